import type {
  BigNumberInput,
  MedusaContainer,
  PaymentSessionDTO,
} from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import type { PaymentWebhookRow } from "../../modules/payment-webhooks/service"
import type { PaymentAttempt } from "../../utils/payment-attempts"
import { errorLine } from "../../utils/redact"
import { withAttemptLog } from "../../utils/with-attempt-log"
import type { KnownOutcome } from "./apply-outcome"
import type { Verdict } from "./verdict"

/** A host's provider tells no more than the amount. */
type Told = KnownOutcome | { amount: BigNumberInput | undefined }

type Logged = {
  webhook: PaymentWebhookRow
  session: PaymentSessionDTO
  outcome: Told
}

const OUTCOMES = {
  done: "succeeded",
  ignored: "succeeded",
  failed: "refused",
  dead: "unknown",
  retry: "unknown",
} as const

/**
 * Works a webhook off with a row in the transaction log: one per webhook, however often it is
 * tried or replayed. The row tells the present end; `unknown` is one that will be tried again.
 */
export async function withWebhookLog(
  container: MedusaContainer,
  logged: Logged,
  work: () => Promise<Verdict>
): Promise<Verdict> {
  const { verdict } = await withAttemptLog(
    attemptOf(logged),
    async () => {
      const verdict = await work()
      // Its work is done: what is written about it must not undo that.
      const state = await stateAfter(container, logged).catch(() => null)
      return { verdict, state }
    },
    {
      read: ({ verdict: { status, reason }, state }) => ({
        outcome: OUTCOMES[status],
        state_after: state,
        error: OUTCOMES[status] === "succeeded" ? null : reason,
      }),
      fail: (error) => ({ error: errorLine(error) }),
    }
  )
  return verdict
}

function attemptOf({ webhook, session, outcome }: Logged): PaymentAttempt {
  const amount = "amount" in outcome ? outcome.amount : undefined
  return {
    key: webhook.id,
    provider_id: webhook.provider_id,
    action: isDispute(outcome) ? "dispute" : "webhook",
    session_id: session.id,
    payment_id: session.payment?.id,
    gateway_payment_id:
      "gateway_payment_id" in outcome ? outcome.gateway_payment_id : null,
    gateway_reference_id: referenceOf(outcome) ?? webhook.event_id,
    refund_id: "refund_id" in outcome ? outcome.refund_id : null,
    amount: amount === undefined ? null : MathBN.convert(amount).toFixed(),
    currency_code: amount === undefined ? null : currencyOf(outcome, session),
    state_before: session.status,
  }
}

const isDispute = (
  outcome: Told
): outcome is Extract<KnownOutcome, { action: "disputed" }> =>
  "action" in outcome && outcome.action === "disputed"

const currencyOf = (outcome: Told, session: PaymentSessionDTO) =>
  "currency_code" in outcome ? outcome.currency_code : session.currency_code

function referenceOf(outcome: Told): string | undefined {
  if (isDispute(outcome)) {
    return outcome.gateway_dispute_id
  }
  return "gateway_refund_id" in outcome ? outcome.gateway_refund_id : undefined
}

/** A dispute moves at the gateway alone; all else leaves the session in a state. */
async function stateAfter(
  container: MedusaContainer,
  { session, outcome }: Logged
): Promise<string | null> {
  if (isDispute(outcome)) {
    return outcome.status
  }
  const [after] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions(
      { id: session.id },
      { select: ["id", "status"], take: 1 }
    )
  return after?.status ?? null
}
