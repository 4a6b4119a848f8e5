import type {
  MedusaContainer,
  PaymentSessionDTO,
} from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { isSurplusKey } from "../../utils/gateway-payment"
import { isSameCurrency } from "../../utils/money"
import type { WebhookOutcome } from "../../utils/payment-webhook"
import { createOutsideRefundWorkflow } from "./create-outside-refund"
import { capturedAmount, gatewayRefundId } from "./paid-session"
import { done, failed, retry, type Verdict } from "./verdict"

type RefundOutcome = Extract<
  WebhookOutcome,
  { action: "refunded" | "refund_failed" }
>

/** Money went back: the store's own refund is in its books, one made at the gateway is taken in. */
export async function applyRefund(
  container: MedusaContainer,
  session: PaymentSessionDTO,
  outcome: RefundOutcome
): Promise<Verdict> {
  const { payment } = session
  if (isSurplusKey(outcome.refund_id)) {
    return done("A surplus that was given back")
  }
  if (!payment) {
    return retry("Refunded at the gateway before the store knew the payment")
  }
  if (await isOwnRefund(container, payment.id, outcome.refund_id)) {
    return done("The store's own refund")
  }
  const trouble = judgeRefund(session, outcome)
  if (trouble) {
    return trouble
  }
  await createOutsideRefundWorkflow(container).run({
    input: {
      payment_id: payment.id,
      gateway_refund_id: outcome.gateway_refund_id,
      amount: outcome.amount,
    },
  })
  return done("Refunded at the gateway, taken in")
}

function judgeRefund(
  session: PaymentSessionDTO,
  { amount, currency_code: currency, gateway_refund_id }: RefundOutcome
): Verdict | undefined {
  const refunds = session.payment?.refunds ?? []
  if (!isSameCurrency(currency, session.currency_code)) {
    return failed(
      `Refunded in ${currency}, but ${session.currency_code} was paid`
    )
  }
  if (refunds.some((refund) => gatewayRefundId(refund) === gateway_refund_id)) {
    // Written down; a crash may have left the rest undone.
    return undefined
  }
  const captured = capturedAmount(session)
  if (MathBN.lte(captured, 0)) {
    return retry("Refunded at the gateway before the store knew the capture")
  }
  const refunded = refunds.reduce(
    (sum, refund) => MathBN.add(sum, refund.amount),
    MathBN.convert(0)
  )
  return MathBN.gt(MathBN.add(refunded, amount), captured)
    ? failed("Refunded more at the gateway than was captured in the store")
    : undefined
}

async function isOwnRefund(
  container: MedusaContainer,
  paymentId: string,
  refundId: string | null
): Promise<boolean> {
  if (!refundId) {
    return false
  }
  const refunds = await container
    .resolve(Modules.PAYMENT)
    .listRefunds({ id: refundId, payment_id: paymentId }, { take: 1 })
  return refunds.length > 0
}
