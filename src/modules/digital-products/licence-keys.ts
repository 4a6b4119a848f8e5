import { createHmac, randomBytes } from "node:crypto"
import { seal, unseal } from "../../utils/seal"

const PURPOSE = "licence-key"
/** Without what people mistake for each other: 0 and O, 1, I and L. */
const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
const HINT = 4

/** What a key is kept as. */
export type KeptKey = { sealed: string; hmac: string; hint: string }

/** Finds a key without opening any; worthless without the suite's secret. */
export const keyHmac = (key: string, secret: string): string =>
  createHmac("sha256", secret)
    .update(`${PURPOSE}\n${key.trim().toUpperCase()}`)
    .digest("hex")

export const keepKey = (key: string, secret: string): KeptKey => ({
  sealed: seal(key, PURPOSE, secret),
  hmac: keyHmac(key, secret),
  // A short key would be told by its end.
  hint: key.length > 2 * HINT ? key.slice(-HINT) : "",
})

export const openKey = (sealed: string, secret: string): string =>
  unseal(sealed, PURPOSE, secret)

/**
 * A key nobody can guess, of 25 characters in groups (123 bits).
 * @example newLicenceKey() // "7RKQX-M2WPA-…"
 */
export function newLicenceKey(): string {
  const letters: string[] = []
  while (letters.length < 25) {
    for (const byte of randomBytes(32)) {
      // Bytes beyond the last whole alphabet would make its beginning likelier.
      if (byte < 256 - (256 % LETTERS.length)) {
        letters.push(LETTERS[byte % LETTERS.length] ?? "")
      }
    }
  }
  return letters
    .slice(0, 25)
    .join("")
    .replace(/(.{5})(?!$)/g, "$1-")
}
