import { createHmac, timingSafeEqual } from "node:crypto"

export type SignedToken = {
  /** What the token is for; a token of one purpose is worthless for another. */
  purpose: string
  id: string
  expiresAt: Date
}

export type TokenCheck =
  | { valid: true; id: string; expiresAt: Date }
  | { valid: false; reason: "forged" | "expired" }

/**
 * A token that names a row and expires: `<id>.<unix seconds>.<base64url hmac-sha256>`.
 * It can be checked without a look-up; single use is the row's affair.
 */
export function signToken(token: SignedToken, secret: string): string {
  const expiry = Math.floor(token.expiresAt.getTime() / 1000)
  const body = `${token.id}.${expiry}`
  return `${body}.${sign(token.purpose, body, secret)}`
}

/** @param now - current time in milliseconds */
export function checkToken(
  token: string,
  purpose: string,
  secret: string,
  now: number
): TokenCheck {
  const [, id, expiry, signature] =
    /^([\w-]{1,64})\.(\d{1,12})\.([\w-]{43})$/.exec(token) ?? []
  if (!id || !expiry || !signature) {
    return { valid: false, reason: "forged" }
  }
  const expected = Buffer.from(sign(purpose, `${id}.${expiry}`, secret))
  if (!timingSafeEqual(Buffer.from(signature), expected)) {
    return { valid: false, reason: "forged" }
  }
  const expiresAt = new Date(Number(expiry) * 1000)
  return expiresAt.getTime() <= now
    ? { valid: false, reason: "expired" }
    : { valid: true, id, expiresAt }
}

function sign(purpose: string, body: string, secret: string): string {
  return createHmac("sha256", secret)
    .update(`${purpose}\n${body}`)
    .digest("base64url")
}
