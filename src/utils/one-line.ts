/** What no log may hold: keys and tokens of the usual forms, and numbers as long as a card's. */
const SECRETS =
  /\b(?:(?:sk|rk|pk|whsec|rzp)_\w+|bearer\s+[\w.~+/=-]+|(?:\d[ -]?){12,18}\d)/gi

/** A message as one line of at most `max` characters, without what looks like a secret. */
export function oneLine(message: string, max = 300): string {
  const line = message
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replace(SECRETS, "[removed]")
  return line.length > max ? `${line.slice(0, max - 1)}…` : line
}
