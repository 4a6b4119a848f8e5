export type Form = { [key: string]: FormValue }
export type FormValue = string | Form | FormValue[]

const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"])

/** `metadata[session_id]` → ["metadata", "session_id"]. */
function keyPath(key: string): string[] {
  return key.replaceAll("]", "").split("[")
}

function put(target: Form, [key = "", ...rest]: string[], value: string) {
  if (FORBIDDEN.has(key)) {
    return
  }
  // `expand[]` has no index: the next free one.
  const name = key === "" ? String(Object.keys(target).length) : key
  if (rest.length === 0) {
    target[name] = value
    return
  }
  const child = target[name]
  const next: Form = typeof child === "object" ? (child as Form) : {}
  target[name] = next
  put(next, rest, value)
}

const isList = (form: Form) => {
  const keys = Object.keys(form)
  return keys.length > 0 && keys.every((key, index) => key === String(index))
}

function withLists(value: FormValue): FormValue {
  if (typeof value !== "object" || Array.isArray(value)) {
    return value
  }
  const entries = Object.entries(value).map(
    ([key, child]) => [key, withLists(child)] as const
  )
  return isList(value)
    ? entries.map(([, child]) => child)
    : Object.fromEntries(entries)
}

/** Decodes a form with nested keys, as Stripe's SDKs encode bodies and queries. */
export function decodeForm(text: string): Form {
  const form: Form = {}
  for (const [key, value] of new URLSearchParams(text)) {
    put(form, keyPath(key), value)
  }
  return withLists(form) as Form
}
