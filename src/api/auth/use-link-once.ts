import { createHash } from "node:crypto"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isOff } from "../../config/suite-options"
import { RATE_LIMITS_MODULE } from "../../modules/rate-limits"
import type RateLimitsModuleService from "../../modules/rate-limits/service"
import { signedPart } from "../../utils/signed-part"

/** Twice as long as Medusa's tokens live. */
const ONCE = { name: "sign-in.reset.token", points: 1, seconds: 1800 }

/**
 * Medusa looks for a reset's token and then deletes it, so of eight at once several get through. Here one does; the
 * others are told what a second is told that comes later.
 */
export async function useLinkOnce(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const signed = signedPart(req.headers.authorization)
  if (req.method !== "POST" || !signed || isOff("rate-limits")()) {
    return next()
  }
  const rateLimits =
    req.scope.resolve<RateLimitsModuleService>(RATE_LIMITS_MODULE)
  const key = createHash("sha256").update(signed).digest("base64url")
  const { allowed } = await rateLimits.consume(ONCE, key)
  if (!allowed) {
    throw new MedusaError(MedusaError.Types.UNAUTHORIZED, "Invalid token")
  }
  next()
}
