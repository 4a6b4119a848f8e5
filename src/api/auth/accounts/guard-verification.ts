import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { accountsOf } from "../../../workflows/accounts/service-of"
import { isVerificationOn } from "../../../workflows/accounts/verification"
import { welcomeCustomer } from "../../../workflows/accounts/welcome-verified"
import { beforeAnswer } from "../../utils/before-answer"
import { rateLimit } from "../../utils/rate-limit"

const PAUSE = { name: "accounts.link.pause", points: 1, seconds: 60 }

/** Medusa mails a link to whatever address the body names, as often as it is asked. */
export async function requireOwnAddress(
  req: AuthenticatedMedusaRequest<{ entity_id: string; entity_type: string }>,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const { auth_identity_id: id } = req.auth_context
  const login = await accountsOf(req.scope).findPasswordLogin(id)
  const { entity_id, entity_type } = req.validatedBody
  if (login && entity_type === "email" && entity_id !== login.entity_id) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Invalid request: entity_id: must be the address that you registered with"
    )
  }
  next()
}

export const limitLinks = rateLimit({
  limit: () => PAUSE,
  key: (req: MedusaRequest) =>
    (req as AuthenticatedMedusaRequest).auth_context.auth_identity_id,
})

/** Greets a customer when their link is followed. */
export function welcomeOnConfirm(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  beforeAnswer(
    res,
    async ({ status, body }) => {
      const { entity_id, entity_type } = (body ?? {}) as Record<string, string>
      if (isVerificationOn() && status === 200 && entity_type === "email") {
        await welcomeCustomer(req.scope, { email: entity_id ?? "" })
      }
    },
    (error) => logger.error(`[accounts] ${(error as Error).message}`)
  )
  next()
}
