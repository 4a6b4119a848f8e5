import type {
  MedusaContainer,
  PaymentSessionDTO,
} from "@medusajs/framework/types"
import { isOff } from "../../config/suite-options"
import type { WebhookOutcome } from "../../utils/payment-webhook"
import { oneLine } from "../../utils/redact"
import { settleDisputeWorkflow } from "../digital-products/settle-dispute"
import { applyRefund } from "./apply-refund"
import { applySurplus } from "./apply-surplus"
import { PaymentWebhookEvents } from "./events"
import { judgePaid, type PaidOutcome } from "./paid-session"
import { sendPaymentTroubleWorkflow } from "./send-payment-trouble"
import { settlePaidSessionWorkflow } from "./settle-paid-session"
import type { UnpaidSession } from "./steps/update-unpaid-session"
import { updateUnpaidSessionWorkflow } from "./update-unpaid-session"
import { done, failed, type Verdict } from "./verdict"

/** An outcome that is about a session of this store. */
export type KnownOutcome = Exclude<WebhookOutcome, { action: "ignored" }>

type Known = {
  webhook_id: string
  session: PaymentSessionDTO
  outcome: KnownOutcome
}

/** Brings the store to where the gateway is. Safe to run again, whatever of it has happened already. */
export async function applyOutcome(
  container: MedusaContainer,
  { webhook_id, session, outcome }: Known
): Promise<Verdict> {
  switch (outcome.action) {
    case "authorized":
    case "captured":
      return applyPaid(container, session, outcome)
    case "failed":
    case "canceled":
    case "requires_more":
    case "pending":
      return applyUnpaid(container, session, outcome)
    case "refunded":
      return applyRefund(container, session, outcome)
    case "refund_failed": {
      const { gateway_refund_id } = outcome
      await sendTrouble(container, PaymentWebhookEvents.REFUND_FAILED, {
        ...{ id: session.payment?.id, payment_webhook_id: webhook_id },
        gateway_refund_id,
      })
      return failed(
        `The refund ${gateway_refund_id} did not reach the shopper: ${shown(outcome.reason)}`
      )
    }
    case "surplus":
      return applySurplus(container, session, outcome)
    case "disputed": {
      const { status, gateway_dispute_id } = outcome
      await holdDownloads(container, session, { status, gateway_dispute_id })
      await sendTrouble(container, PaymentWebhookEvents.DISPUTED, {
        ...{ id: session.payment?.id, payment_webhook_id: webhook_id },
        status,
      })
      return done(`Dispute: ${status}, ${shown(outcome.reason)}`)
    }
  }
}

/** Money was authorized or captured: whatever of payment and order is missing is made up for. */
export async function applyPaid(
  container: MedusaContainer,
  session: PaymentSessionDTO,
  outcome: PaidOutcome
): Promise<Verdict> {
  const judged = judgePaid(session, outcome)
  if ("status" in judged) {
    return judged
  }
  const { result } = await settlePaidSessionWorkflow(container).run({
    input: judged,
  })
  return result
}

async function applyUnpaid(
  container: MedusaContainer,
  session: PaymentSessionDTO,
  { action, reason }: Extract<KnownOutcome, { action: UnpaidSession["action"] }>
): Promise<Verdict> {
  const { result: hasChanged } = await updateUnpaidSessionWorkflow(
    container
  ).run({ input: { session_id: session.id, action } })
  const why = reason && shown(reason)
  return done(hasChanged ? why : (why ?? "The session was further already"))
}

/** Here and not where the event is heard: an event may be lost, a webhook is worked off until it is done. */
async function holdDownloads(
  container: MedusaContainer,
  { payment }: PaymentSessionDTO,
  dispute: { status: string; gateway_dispute_id: string }
) {
  if (payment && !isOff("digital-products")()) {
    await settleDisputeWorkflow(container).run({
      input: { payment_id: payment.id, ...dispute },
    })
  }
}

async function sendTrouble(
  container: MedusaContainer,
  event: string,
  data: Record<string, unknown>
) {
  await sendPaymentTroubleWorkflow(container).run({ input: { event, data } })
}

/** A gateway's words, which may quote its customer. */
function shown(reason: string | null): string {
  return oneLine(reason ?? "no reason given", 200)
}
