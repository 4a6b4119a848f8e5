import { createHmac, randomInt } from "node:crypto"

const DIGITS = 6

/** Six digits that nobody can foresee. */
export const makeMailCode = (): string =>
  String(randomInt(10 ** DIGITS)).padStart(DIGITS, "0")

/**
 * A code as it rests in the database. A million of them are soon tried, so it takes the secret to try.
 *
 * @param factorId - whose it is: the same code of two factors looks different
 */
export const hashMailCode = (
  factorId: string,
  code: string,
  secret: string
): string =>
  createHmac("sha256", secret)
    .update(`two-factor.mail-code\n${factorId}\n${code}`)
    .digest("base64url")
