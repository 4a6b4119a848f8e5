import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { suiteSecret } from "../../config/suite-options"
import { PAYMENT_WEBHOOKS_MODULE } from "../../modules/payment-webhooks"
import type PaymentWebhooksModuleService from "../../modules/payment-webhooks/service"
import type { PaymentWebhookRow } from "../../modules/payment-webhooks/service"
import type { TaskContext } from "../../utils/define-task"
import { paymentProvider } from "../../utils/payment-provider"
import {
  verifiesWebhooks,
  type WebhookOutcome,
} from "../../utils/payment-webhook"
import { errorLine } from "../../utils/redact"
import { openVerifiedWebhook } from "../../utils/sealed-webhook"
import { applyForeignWebhook, UNKNOWN_SESSION } from "./apply-foreign-webhook"
import { applyOutcome } from "./apply-outcome"
import { applyWithoutSession } from "./apply-without-session"
import { findSession } from "./find-session"
import { inPaymentsTurn, LOCK_PATIENCE } from "./payments-turn"
import { ignored, type Verdict } from "./verdict"
import { withWebhookLog } from "./with-webhook-log"

/** A webhook may overtake what it is about; after these attempts it is about somebody else's. */
const ATTEMPTS_FOR_UNKNOWN = 4

/**
 * One attempt at what a stored webhook means.
 * @throws when it has to be tried again
 */
export async function workOffPaymentWebhook(
  id: string,
  { container, job }: TaskContext
): Promise<void> {
  const service = serviceOf(container)
  const webhook = await service.beginAttempt(id)
  if (!webhook) {
    return
  }
  try {
    const verdict = await inTurn(container, webhook)
    if (verdict.status !== "retry") {
      return await service.finish(id, verdict)
    }
    const { reason } = verdict
    if (reason === UNKNOWN_SESSION && job.attempt >= ATTEMPTS_FOR_UNKNOWN) {
      return await service.finish(id, { status: "ignored", reason })
    }
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, reason)
  } catch (error) {
    const failure = { error: errorLine(error), isLast: job.isLastAttempt }
    await service.failAttempt(id, failure)
    // The queue keeps its message in the open, so it gets the short one.
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, failure.error)
  }
}

const serviceOf = (container: MedusaContainer) =>
  container.resolve<PaymentWebhooksModuleService>(PAYMENT_WEBHOOKS_MODULE)

/** Webhooks of one payment take effect one after another. */
async function inTurn(
  container: MedusaContainer,
  webhook: PaymentWebhookRow
): Promise<Verdict> {
  if (!webhook.verified) {
    const key = `payment-webhooks:${webhook.id}`
    return container
      .resolve(Modules.LOCKING)
      .execute(
        key,
        () => applyForeignWebhook(container, webhook),
        LOCK_PATIENCE
      )
  }
  const outcome = await mapWebhook(container, webhook)
  if (outcome.action === "ignored") {
    return ignored(outcome.reason)
  }
  return inPaymentsTurn(
    container,
    { ...webhook, gateway_payment_id: outcome.gateway_payment_id },
    async () => {
      // Looked up under the lock, or the last one's work would be missing.
      const session = await findSession(container, {
        provider_id: webhook.provider_id,
        session_id: outcome.session_id,
        gateway_payment_id: outcome.gateway_payment_id,
      })
      if (!session) {
        return applyWithoutSession(container, { ...webhook, outcome })
      }
      return withWebhookLog(container, { webhook, session, outcome }, () =>
        applyOutcome(container, { webhook_id: webhook.id, session, outcome })
      )
    }
  )
}

/** What the event means, written down for the admin before anything else happens. */
async function mapWebhook(
  container: MedusaContainer,
  { id, provider_id, body }: PaymentWebhookRow
): Promise<WebhookOutcome> {
  const provider = paymentProvider(container, provider_id)
  if (!provider || !verifiesWebhooks(provider)) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The payment provider ${provider_id} is not there any more`
    )
  }
  const event = openVerifiedWebhook(body, suiteSecret())
  const outcome = await provider.mapWebhook(event)
  if (outcome.action !== "ignored") {
    const { action, session_id, gateway_payment_id } = outcome
    const money = "amount" in outcome ? outcome : undefined
    await serviceOf(container).updatePaymentWebhooks({
      ...{ id, action, session_id, gateway_payment_id },
      ...(money && {
        amount: money.amount,
        currency_code: money.currency_code.toLowerCase(),
      }),
    } as { id: string })
  }
  return outcome
}
