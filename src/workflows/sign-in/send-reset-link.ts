import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { generateResetPasswordTokenWorkflow } from "@medusajs/medusa/core-flows"
import { SIGN_IN_MODULE } from "../../modules/sign-in"
import type SignInModuleService from "../../modules/sign-in/service"
import { DECOY_LOGIN } from "../../utils/decoy-login"

/** A queue that stood still must not send links that nobody waits for any more. */
const STALE_MS = 60 * 60 * 1000

type Asked = {
  actor_type: string
  provider: string
  identifier: string
  metadata?: Record<string, unknown>
  asked_at: Date
}

/** Runs Medusa's own workflow, whose event brings the mail. Twice makes two links, of which each works once. */
export async function sendResetLink(
  container: MedusaContainer,
  { actor_type, provider, identifier, metadata, asked_at }: Asked,
  now: Date
) {
  const signIn = container.resolve<SignInModuleService>(SIGN_IN_MODULE)
  const login = await signIn.findLogin(provider, identifier)
  const isLate = now.getTime() - asked_at.getTime() > STALE_MS
  if (!login || login.entity_id === DECOY_LOGIN || isLate) {
    return
  }
  const { http } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  await generateResetPasswordTokenWorkflow(container).run({
    input: {
      ...{ entityId: login.entity_id, actorType: actor_type, provider },
      secret: http.jwtSecret as string,
      jwtOptions: http.jwtOptions,
      metadata,
    },
  })
}
