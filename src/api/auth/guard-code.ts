import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { beginAttempt } from "../utils/attempts"
import { answerTooMany } from "../utils/rate-limit"
import { codeCounts } from "./failure-counts"
import { knownBrowser } from "./known-browser"
import { settleAttempt } from "./settle-attempt"

/**
 * Before Medusa looks at a code of the second factor. It counts per challenge, and everybody who has the password can
 * have as many challenges as they like; here it counts per identity, and a hundred at once are five.
 */
export async function guardCode(
  req: AuthenticatedMedusaRequest<{ code?: unknown }>,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const identityId = req.auth_context?.auth_identity_id
  if (!identityId || typeof req.body?.code !== "string") {
    return next()
  }
  const browser = knownBrowser(req, identityId)
  const attempt = await beginAttempt(
    req.scope,
    codeCounts({ account: identityId, browser })
  )
  if (!attempt.allowed) {
    return answerTooMany(res, attempt.retryAfterSeconds)
  }
  settleAttempt(req, res, attempt, { identityId })
  next()
}
