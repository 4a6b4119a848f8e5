import type { MedusaContainer } from "@medusajs/framework/types"
import { SIGN_IN_MODULE } from "../../modules/sign-in"
import type SignInModuleService from "../../modules/sign-in/service"
import { DECOY_LOGIN } from "../../utils/decoy-login"
import { mailResetLink } from "../common/mail-reset-link"

/** A queue that stood still must not send links that nobody waits for any more. */
const STALE_MS = 60 * 60 * 1000

type Asked = {
  actor_type: string
  provider: string
  identifier: string
  metadata?: Record<string, unknown>
  asked_at: Date
}

/** Has the link mailed, if there is such an account. Twice makes two links, of which each works once. */
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
  const { entity_id } = login
  await mailResetLink(container, {
    ...{ actor_type, provider, entity_id, metadata },
  })
}
