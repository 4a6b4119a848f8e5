import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Attempt } from "../utils/attempts"
import { beforeAnswer } from "../utils/before-answer"
import { rememberBrowser } from "./known-browser"

/** A code of the second factor may still be missing: only a whole sign-in makes the browser known. */
function isWhole(body: unknown): boolean {
  const { token, mfa_required, verification_required } = (body ?? {}) as Record<
    string,
    unknown
  >
  return typeof token === "string" && !mfa_required && !verification_required
}

type Settled = {
  /** Whose sign-in it is: a success makes the browser known to them. */
  identityId?: string
  /** What was sent, where Medusa got another name to check: who looks at the request afterwards sees this. */
  body?: unknown
}

/** Lets an attempt stand as a failure or not, by the answer that Medusa gives to it. */
export function settleAttempt(
  req: MedusaRequest,
  res: MedusaResponse,
  attempt: Attempt & { allowed: true },
  { identityId, body: sent }: Settled = {}
) {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  beforeAnswer(
    res,
    async ({ status, body }) => {
      req.body = sent ?? req.body
      if (status >= 500) {
        await attempt.takeBack()
      } else if (status < 400) {
        if (identityId && isWhole(body)) {
          await rememberBrowser(req, res, identityId)
        }
        await attempt.succeed()
      }
    },
    (error) => logger.error(`[sign-in] ${(error as Error).message}`)
  )
}
