import { createHmac } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * What signs the suite's own links and tokens, and keys its hashes: the option, or else what follows from Medusa's
 * secret, never a constant.
 *
 * @param given - the option `general.secret`
 * @param jwtSecret - Medusa's `http.jwtSecret`
 * @throws UNEXPECTED_STATE when there is neither, because Medusa signs with a key pair
 */
export function deriveSecret(
  given: string | undefined,
  jwtSecret: unknown
): string {
  if (given !== undefined) {
    return given
  }
  if (typeof jwtSecret !== "string" && !Buffer.isBuffer(jwtSecret)) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "medusa-commerce-suite option general.secret: is required when http.jwtSecret is a key pair"
    )
  }
  return createHmac("sha256", jwtSecret)
    .update("medusa-commerce-suite")
    .digest("hex")
}
