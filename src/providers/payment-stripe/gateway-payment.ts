import { createHash } from "node:crypto"
import type Stripe from "stripe"
import type {
  GatewayCharge,
  GatewayPayment,
  GatewayRefund,
} from "../../utils/gateway-payment"
import { fromStripe } from "./amounts"
import { type Data, expectedOf, textOf } from "./session-data"

const STATES: Record<Stripe.PaymentIntent.Status, GatewayCharge["state"]> = {
  requires_payment_method: "pending",
  requires_confirmation: "pending",
  requires_action: "pending",
  processing: "pending",
  requires_capture: "authorized",
  succeeded: "captured",
  canceled: "canceled",
}

/** While the shopper, and not the bank, has the next move. */
const OPEN: Stripe.PaymentIntent.Status[] = [
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
]

/**
 * Test or live, and whose keys: of a key such as `sk_test_51Hx…` the part that all keys of one
 * account begin with, so that a rotated key is no other account. Other keys count whole.
 */
export function accountOf(apiKey: string): string {
  const [, mode = "key"] = /^[sr]k_(test|live)_/.exec(apiKey) ?? []
  const [owner] = /^[sr]k_(?:test|live)_5\w{16}/.exec(apiKey) ?? [apiKey]
  const whose = owner.replace(/^[sr]k_/, "")
  const hash = createHash("sha256").update(whose).digest("hex")
  return `${mode}:${hash.slice(0, 8)}`
}

const hasFailed = ({ status }: Stripe.Refund) =>
  status === "failed" || status === "canceled"

function refundOf(refund: Stripe.Refund): GatewayRefund {
  return {
    gateway_refund_id: refund.id,
    refund_id: refund.metadata?.refund_id ?? null,
    amount: fromStripe(refund.amount, refund.currency),
    state: hasFailed(refund)
      ? "failed"
      : refund.status === "succeeded"
        ? "succeeded"
        : "pending",
  }
}

function chargeOf(
  intent: Stripe.PaymentIntent,
  refunds: Stripe.Refund[]
): GatewayCharge {
  const { currency } = intent
  const refunded = refunds
    .filter((refund) => !hasFailed(refund))
    .reduce((sum, { amount }) => sum + amount, 0)
  return {
    gateway_payment_id: intent.id,
    state: STATES[intent.status],
    amount: fromStripe(intent.amount, currency),
    captured_amount: fromStripe(intent.amount_received, currency),
    refunded_amount: fromStripe(refunded, currency),
    currency_code: currency,
    refunds: refunds.map(refundOf),
  }
}

/** Paid for an amount that the store does not ask for any more. */
function isOther(intent: Stripe.PaymentIntent, data: Data): boolean {
  const { expected_amount, expected_currency } = expectedOf(data)
  return (
    expected_amount !== undefined &&
    (intent.amount !== expected_amount || intent.currency !== expected_currency)
  )
}

/**
 * All that Stripe knows of a session's payment intent, now. A session has one intent, so money
 * beyond it can only be one that was paid for another amount.
 */
export async function gatewayPaymentOf(
  stripe: Stripe,
  data: Data
): Promise<GatewayPayment> {
  const id = textOf(data?.id)
  if (!id?.startsWith("pi_")) {
    // Its server died before it heard of the intent: nobody has the secret to pay it with.
    return { paid: null, surplus: [], is_open: false }
  }
  const intent = await stripe.paymentIntents.retrieve(id)
  const refunds =
    intent.amount_received > 0
      ? await stripe.refunds
          .list({ payment_intent: id, limit: 100 })
          .autoPagingToArray({ limit: 1000 })
      : []
  const charge = chargeOf(intent, refunds)
  const isSurplus = charge.state === "captured" && isOther(intent, data)
  return {
    paid: isSurplus ? null : charge,
    surplus: isSurplus ? [charge] : [],
    is_open: OPEN.includes(intent.status),
  }
}
