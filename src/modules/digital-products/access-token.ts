import { createHash, createHmac } from "node:crypto"

/** Of 256 bits, so that its plain hash gives nothing away. */
export const accessToken = (
  { id, salt }: { id: string; salt: string },
  secret: string
): string =>
  createHmac("sha256", secret)
    .update(`download-access\n${id}\n${salt}`)
    .digest("base64url")

export const tokenHash = (token: string): string =>
  createHash("sha256").update(token).digest("hex")

/** What a token looks like; anything else is not looked up. */
export const TOKEN = /^[\w-]{43}$/
