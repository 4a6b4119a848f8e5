import { randomUUID } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isOff, suiteSecret } from "../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type MessagesModuleService from "../../../modules/messages/service"
import { TWO_FACTOR_MODULE } from "../../../modules/two-factor"
import { isKnownActor } from "../../../modules/two-factor/factors-sql"
import type TwoFactorModuleService from "../../../modules/two-factor/service"
import { COOL_DOWN_SECONDS } from "../../../modules/two-factor/service"

export type SendCodeInput = {
  factor_id: string
  auth_identity_id: string
  /** Whose address it goes to, of an identity with more than one account. */
  actor_type: string
  now: Date
}

/** What became of a wish for a code. */
export type SentCode =
  { sent: true } | { sent: false; retryAfterSeconds: number }

/**
 * Not undone: a code that nobody got ends by itself. It leaves this step only sealed.
 * @throws NOT_ALLOWED where there is no address to mail it to
 */
export const sendTwoFactorCodeStep = createStep(
  "send-two-factor-code",
  async (
    { factor_id, auth_identity_id, actor_type, now }: SendCodeInput,
    { container }
  ) => {
    const twoFactor =
      container.resolve<TwoFactorModuleService>(TWO_FACTOR_MODULE)
    const email =
      isKnownActor(actor_type) &&
      (await twoFactor.findAddress(auth_identity_id, actor_type))
    if (!email || isOff("messages")()) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "There is no e-mail address that a code could be sent to"
      )
    }
    const issued = await twoFactor.issueCode(factor_id, new Date(now))
    if (!issued) {
      return new StepResponse<SentCode>({
        sent: false,
        retryAfterSeconds: COOL_DOWN_SECONDS,
      })
    }
    const { code, expires_at } = issued
    await container
      .resolve<MessagesModuleService>(MESSAGES_MODULE)
      .queueMessage(
        {
          ...{ channel: "email", template: "two-factor-code" },
          ...{ subject_id: email, order_id: null, cause: "two-factor.code" },
          idempotency_key: `two-factor.code:${randomUUID()}`,
          secrets: { code, expires_at: expires_at.toISOString(), actor_type },
        },
        suiteSecret()
      )
    return new StepResponse<SentCode>({ sent: true })
  }
)
