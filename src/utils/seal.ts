import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
} from "node:crypto"

const ALGORITHM = "aes-256-gcm"
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts what must rest in the database but be read by the suite alone: AES-256-GCM under
 * a key of the suite's secret.
 *
 * @param purpose - what the text is for; sealed for one purpose it opens for no other
 * @returns base64url of iv, tag and ciphertext
 */
export function seal(text: string, purpose: string, secret: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, keyOf(secret), iv)
  cipher.setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url")
}

/** @throws when it was sealed with another secret or for another purpose, or was tampered with */
export function unseal(
  sealed: string,
  purpose: string,
  secret: string
): string {
  const bytes = Buffer.from(sealed, "base64url")
  const iv = bytes.subarray(0, IV_BYTES)
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)
  const decipher = createDecipheriv(ALGORITHM, keyOf(secret), iv, {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(tag)
  const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES))
  return Buffer.concat([text, decipher.final()]).toString("utf8")
}

function keyOf(secret: string): Buffer {
  return createHash("sha256").update(`seal\n${secret}`).digest()
}
