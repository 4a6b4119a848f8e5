import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { claimsOf, type LoginClaims } from "../../../utils/login-claims"
import { sendTwoFactorCodeWorkflow } from "../../../workflows/two-factor"
import type { SentCode } from "../../../workflows/two-factor/steps/send-two-factor-code"
import { beginAttempt } from "../../utils/attempts"
import { afterSuccess } from "./settle"

/** A mailbox must not be flooded, by its owner's password neither. */
const PER_IDENTITY = { name: "two-factor.mail", points: 5, seconds: 900 }

/** Mails a factor's next code, to the address of the account. */
export function mailCode(
  req: AuthenticatedMedusaRequest,
  factorId: string
): Promise<SentCode> {
  return mailTo(req.scope, factorId, req.auth_context)
}

async function mailTo(
  container: MedusaContainer,
  factorId: string,
  { auth_identity_id: identityId = "", actor_type = "" }: LoginClaims
): Promise<SentCode> {
  const count = { limit: PER_IDENTITY, key: identityId }
  const attempt = await beginAttempt(container, [count])
  if (!attempt.allowed) {
    return { sent: false, retryAfterSeconds: attempt.retryAfterSeconds }
  }
  const { result } = await sendTwoFactorCodeWorkflow(container).run({
    input: {
      ...{ factor_id: factorId, auth_identity_id: identityId, actor_type },
      now: new Date(),
    },
  })
  if (!result.sent) {
    await attempt.takeBack()
  }
  return result
}

/** The identity's factor by e-mail that codes can be asked for. */
export async function findEmailFactor(
  container: MedusaContainer,
  auth_identity_id: string
) {
  const [factor] = await container
    .resolve(Modules.AUTH)
    .listAuthMfa({ auth_identity_id, provider: "email", status: "enabled" })
  return factor
}

type Answer = { mfa_challenge?: { methods: string[] } }

/** After a password: where there is nothing to choose, the code is mailed at once. */
export function mailAtSignIn(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  afterSuccess(req, res, async (body) => {
    const { mfa_challenge: challenge } = (body ?? {}) as Answer
    const methods = (challenge?.methods ?? []).filter(
      (method) => method !== "recovery_code"
    )
    if (methods.length !== 1 || methods[0] !== "email") {
      return
    }
    const claims = claimsOf(body)
    const factor = await findEmailFactor(
      req.scope,
      claims.auth_identity_id ?? ""
    )
    if (factor) {
      await mailTo(req.scope, factor.id, claims)
    }
  })
  next()
}
