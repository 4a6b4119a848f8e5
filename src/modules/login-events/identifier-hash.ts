import { createHmac } from "node:crypto"

/** What was typed, such as an address nobody has. Keyed: without the secret nobody can try addresses on it. */
export const identifierHash = (identifier: string, secret: string): string =>
  createHmac("sha256", secret)
    .update(`login-events.identifier\n${identifier.trim().toLowerCase()}`)
    .digest("hex")
