import { createHmac, randomInt } from "node:crypto"

const DIGITS = 6

/** Six digits that nobody can foresee. */
export const makeMailCode = (): string =>
  String(randomInt(10 ** DIGITS)).padStart(DIGITS, "0")

/**
 * A code as it rests in the database. A million of them are soon tried, so it takes the secret to try.
 *
 * @param ownerId - of the factor or login that it is for: the same code looks different for another
 */
export const hashMailCode = (
  ownerId: string,
  code: string,
  secret: string
): string =>
  createHmac("sha256", secret)
    .update(`mail-code\n${ownerId}\n${code}`)
    .digest("base64url")
