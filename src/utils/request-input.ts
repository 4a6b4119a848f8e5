/** Deeper than anything a shop sends, and far from what a recursive validator cannot stand. */
const MAX_DEPTH = 64
/** Postgres takes no larger one. */
const MAX_OFFSET = 2 ** 31 - 1

const NUL = "must not contain a NUL character"
const BROKEN = "broken percent-encoding"

type Request = {
  /** Path and query, as they were sent. */
  url: string
  query: Record<string, unknown>
  body: unknown
  /** The longest page that may be asked for; without it the route says itself what `limit` and `offset` are. */
  pageSize?: number
}

/**
 * What no route of the store can take, whoever wrote it: found here, it is a 400 that names the
 * field, and not an error of the database.
 *
 * @returns the field and what it must be; nothing when there is no such thing
 * @example badInput({ url: "/store/products?limit=-1", query: { limit: "-1" }, body: undefined, pageSize: 200 })
 *   // "limit: must be a whole number from 0 to 200"
 */
export function badInput(request: Request): string | undefined {
  const [path = "", query = ""] = request.url.split(/\?(.*)/s)
  return (
    badText("path", path) ??
    badQueryText(query) ??
    badPage(request) ??
    badBody(request.body)
  )
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function badText(name: string, raw: string): string | undefined {
  const text = decoded(raw)
  if (text === undefined) {
    return `${name}: ${BROKEN}`
  }
  return text.includes("\0") ? `${name}: ${NUL}` : undefined
}

function badQueryText(query: string): string | undefined {
  if (!query.includes("%")) {
    return undefined
  }
  for (const pair of query.split("&")) {
    const [key = "", value = ""] = pair.split(/=(.*)/s)
    const wrong = badText("query", key) ?? badText(decoded(key) ?? "", value)
    if (wrong) {
      return wrong
    }
  }
  return undefined
}

function badPage({ query, pageSize }: Request): string | undefined {
  return pageSize === undefined
    ? undefined
    : (badNumber("limit", query.limit, pageSize) ??
        badNumber("offset", query.offset, MAX_OFFSET))
}

/** Absent and empty are the route's affair; so are lists of values, where it knows them. */
function badNumber(name: string, value: unknown, most: number) {
  if (value === undefined || value === "") {
    return undefined
  }
  const isGood =
    typeof value === "string" && /^\d{1,10}$/.test(value) && +value <= most
  return isGood
    ? undefined
    : `${name}: must be a whole number from 0 to ${most}`
}

type Visit = { value: unknown; name: string; depth: number }

/** Without recursion: what is nested to crash a validator must not crash this. */
function badBody(body: unknown): string | undefined {
  const visits: Visit[] = [{ value: body, name: "body", depth: 0 }]
  for (let visit = visits.pop(); visit; visit = visits.pop()) {
    const { value, name, depth } = visit
    if (typeof value === "string" && value.includes("\0")) {
      return `${name}: ${NUL}`
    }
    if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) {
      continue
    }
    if (depth > MAX_DEPTH) {
      return `${name}: must not be nested more than ${MAX_DEPTH} deep`
    }
    for (const [key, entry] of Object.entries(value)) {
      if (key.includes("\0")) {
        return `${name}: the name of a field ${NUL}`
      }
      visits.push({ value: entry, name: depth ? name : key, depth: depth + 1 })
    }
  }
  return undefined
}
