import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  generateEntityId,
  generateJwtToken,
  Modules,
} from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { SIGN_IN_MODULE } from "../../../modules/sign-in"
import type SignInModuleService from "../../../modules/sign-in/service"
import { queueMessageWorkflow } from "../../../workflows/messages"
import { isVerificationOn } from "../../../workflows/accounts/verification"
import { beginAttempt } from "../../utils/attempts"
import { changeAnswer } from "../../utils/change-answer"
import { hashOf } from "../failure-counts"

/** Nobody's mailbox is filled. */
const MAILS = { name: "accounts.taken.mail", points: 3, seconds: 3600 }

/**
 * Answers the registration of a taken address as that of a new one, and mails its owner instead. Before the guards of
 * `sign-in`, so that they count it as the refusal that it is.
 */
export function hideTaken(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const { actor_type, auth_provider } = req.params
  const { email } = (req.body ?? {}) as { email?: unknown }
  if (
    !isVerificationOn() ||
    actor_type !== "customer" ||
    auth_provider !== "emailpass" ||
    typeof email !== "string"
  ) {
    return next()
  }
  changeAnswer(res, next, async ({ status, body }) => {
    const { message } = (body ?? {}) as { message?: unknown }
    if (status !== 401 || message !== "Identity with email already exists") {
      return body
    }
    await takeAsLong(req)
    await mailOwner(req, email.toLowerCase())
    res.status(200)
    return { token: tokenOfNobody(req) }
  })
  next()
}

/** A new one has its password hashed. */
async function takeAsLong(req: MedusaRequest) {
  const { password } = req.body as { password: string }
  if (!isOff("sign-in")()) {
    const auth = req.scope.resolve(Modules.AUTH)
    const email = await req.scope
      .resolve<SignInModuleService>(SIGN_IN_MODULE)
      .decoy(auth as never)
    await auth.authenticate("emailpass", { body: { email, password } } as never)
  }
}

async function mailOwner(req: MedusaRequest, email: string) {
  const { allowed } = await beginAttempt(req.scope, [
    { limit: MAILS, key: hashOf(email) },
  ])
  if (allowed && !isOff("messages")()) {
    await queueMessageWorkflow(req.scope).run({
      input: {
        ...{ channel: "email", template: "account-exists", order_id: null },
        ...{ subject_id: email, recipient: email },
        idempotency_key: `accounts.taken:${generateEntityId()}`,
        cause: "accounts.taken",
      },
    })
  }
}

/** As Medusa makes one for a new login, of an identity that there is not: it opens nothing. */
function tokenOfNobody(req: MedusaRequest): string {
  const { http } = req.scope.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  return generateJwtToken(
    {
      ...{ actor_id: "", actor_type: "customer" },
      auth_identity_id: generateEntityId(undefined, "authid"),
      ...{ auth_provider: "emailpass", mfa_enabled: false },
      mfa_challenge_completed_at: null,
      ...{ app_metadata: {}, user_metadata: {} },
    },
    {
      secret: http.jwtSecret,
      expiresIn: http.jwtExpiresIn,
      jwtOptions: http.jwtOptions,
    }
  )
}
