import { createHmac, randomInt, timingSafeEqual } from "node:crypto"

const DIGITS = 6

/** Six digits that nobody can foresee. */
export const newCode = (): string =>
  String(randomInt(10 ** DIGITS)).padStart(DIGITS, "0")

/** Of one login, and worthless without the secret: whoever reads the table cannot try the million there are. */
export const codeHash = (
  code: string,
  authIdentityId: string,
  secret: string
): string =>
  createHmac("sha256", secret)
    .update(`accounts.email-code\n${authIdentityId}\n${code}`)
    .digest("base64url")

export const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length &&
  timingSafeEqual(Buffer.from(one), Buffer.from(other))
