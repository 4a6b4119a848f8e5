import { timingSafeEqual } from "node:crypto"

/** Compares in a time that does not tell how much of it is right. */
export function isSameText(given: unknown, expected: string): boolean {
  if (typeof given !== "string") {
    return false
  }
  const bytes = Buffer.from(given)
  const wanted = Buffer.from(expected)
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted)
}
