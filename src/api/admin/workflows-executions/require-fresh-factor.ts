import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { featureOptions } from "../../../config/suite-options"

const FRESH_MS = 10 * 60 * 1000

/** A workflow run by hand does anything at all with any input: a stolen session, or an API key, must not do. */
export function requireFreshFactor(
  req: AuthenticatedMedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const { mfa_challenge_completed_at: at } = req.auth_context as {
    mfa_challenge_completed_at?: string | null
  }
  const isFresh = at && Date.now() - new Date(at).getTime() < FRESH_MS
  if (!isFresh && !featureOptions("sign-in").workflowsByHand) {
    throw new MedusaError(
      MedusaError.Types.FORBIDDEN,
      "Running workflows by hand needs a second factor of the last 10 minutes: sign in again with one"
    )
  }
  next()
}
