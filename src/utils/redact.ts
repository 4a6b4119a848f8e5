/** Names of fields that tell who somebody is, what they pay with, or open a door. */
const SENSITIVE =
  /card|cvc|cvv|expir|^exp_|\bpan\b|iban|account_?number|routing|last4|vpa|upi|wallet|fingerprint|e?mail|phone|contact|mobile|address|street|city|postal|zip|birth|name$|secret|token|signature|password|authorization|api_?key|credential|\bip\b|ip_address|user_agent/i

const EMAIL = /[^\s@"'<>]+@[^\s@"'<>]+\.[^\s@"'<>]+/g
const SECRET = /\b(?:sk|rk|pk|whsec|rzp)_\w{6,}|_secret_\w+|\bBearer\s+\S+/gi
const LONG_NUMBER = /\b(?:\d[ -]?){12,18}\d\b/g
const MASK = "•••"
const MAX_DEPTH = 20
const MAX_LENGTH = 2000

/** A text without what looks like an e-mail address, a card number, or a key. */
export function redactText(text: string): string {
  return text
    .replace(SECRET, MASK)
    .replace(EMAIL, MASK)
    .replace(LONG_NUMBER, MASK)
}

/**
 * A copy of some JSON for an admin to look at: the values of sensitive fields are masked, with
 * all that lies below them, and so is what gives itself away wherever it stands.
 *
 * @example redact({ id: "pi_1", billing_details: { email: "a@b.co" } })
 * // { id: "pi_1", billing_details: { email: "•••" } }
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") {
    return redactText(value.slice(0, MAX_LENGTH))
  }
  if (value === null || typeof value !== "object") {
    return value
  }
  if (depth >= MAX_DEPTH) {
    return MASK
  }
  if (Array.isArray(value)) {
    return value.map((entry) => redact(entry, depth + 1))
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      isSensitive(key, entry) ? MASK : redact(entry, depth + 1),
    ])
  )
}

/** Nothing hides behind null, a flag, or an empty text. */
function isSensitive(key: string, entry: unknown): boolean {
  return SENSITIVE.test(key) && entry !== null && entry !== "" && !isFlag(entry)
}

const isFlag = (entry: unknown) => typeof entry === "boolean"

/**
 * A text as one line of at most `max` characters, for a row or a log. Masked before it is cut,
 * or half a card number would pass.
 */
export function oneLine(text: string, max = 300): string {
  const line = redactText(text.replace(/[\s\p{Cc}]+/gu, " ").trim())
  return line.length > max ? `${line.slice(0, max - 1)}…` : line
}

/** What an error says: workflows hand on a step's error as a plain object. */
function errorMessage(error: unknown): string {
  const { message } = (error ?? {}) as { message?: unknown }
  return typeof message === "string" ? message : String(error)
}

/** The first line of an error, short and without secrets. */
export function errorLine(error: unknown): string {
  const [first = ""] = errorMessage(error).trim().split("\n")
  return oneLine(first) || "Unknown error"
}
