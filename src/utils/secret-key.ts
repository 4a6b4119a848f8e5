import { createHash } from "node:crypto"

/**
 * An idempotency key for something that is known by its secret alone, without giving it away.
 * @example secretKey("auth.password_reset", token) // "auth.password_reset:5f3c…"
 */
export const secretKey = (cause: string, secret: string): string =>
  `${cause}:${createHash("sha256").update(secret).digest("hex")}`
