import { createHash } from "node:crypto"
import type {
  GatewayCharge,
  GatewayPayment,
  GatewayRefund,
} from "../../utils/gateway-payment"
import { fromRazorpay } from "./amounts"
import type { RazorpayPayment, RazorpayRefund } from "./api-types"
import type { RazorpayClient } from "./client"
import { isHeld, payerOf, sessionIdOf, wasTaken } from "./order-state"
import { storeRefundId } from "./refunds"
import type { OwnPart } from "./session-data"

/** Test or live, and which key: key ids do not tell whose account it is. */
export function accountOf(keyId: string): string {
  const mode = keyId.startsWith("rzp_test_") ? "test" : "live"
  const hash = createHash("sha256").update(keyId).digest("hex")
  return `${mode}:${hash.slice(0, 8)}`
}

const REFUND_STATES: Record<RazorpayRefund["status"], GatewayRefund["state"]> =
  { pending: "pending", processed: "succeeded", failed: "failed" }

const refundOf = (refund: RazorpayRefund): GatewayRefund => ({
  gateway_refund_id: refund.id,
  refund_id: storeRefundId(refund),
  amount: fromRazorpay(refund.amount, refund.currency),
  state: REFUND_STATES[refund.status],
})

function stateOf(payment: RazorpayPayment): GatewayCharge["state"] {
  if (wasTaken(payment)) {
    return "captured"
  }
  // Money that was only held has gone back by itself.
  return {
    created: "pending",
    authorized: "authorized",
    failed: "failed",
    refunded: "canceled",
    captured: "captured",
  }[payment.status] as GatewayCharge["state"]
}

async function chargeOf(
  client: RazorpayClient,
  payment: RazorpayPayment
): Promise<GatewayCharge> {
  const { id, amount, currency } = payment
  const isTaken = wasTaken(payment)
  const refunds = isTaken ? await client.refundsOf(id) : []
  const refunded = refunds
    .filter(({ status }) => status !== "failed")
    .reduce((sum, refund) => sum + refund.amount, 0)
  return {
    gateway_payment_id: id,
    state: stateOf(payment),
    amount: fromRazorpay(amount, currency),
    captured_amount: fromRazorpay(isTaken ? amount : 0, currency),
    refunded_amount: fromRazorpay(refunded, currency),
    currency_code: currency.toLowerCase(),
    refunds: refunds.map(refundOf),
  }
}

/** Money on orders that the session grew out of. */
async function formerPayments(
  client: RazorpayClient,
  { session_id, former_order_ids }: OwnPart
): Promise<RazorpayPayment[]> {
  const found: RazorpayPayment[] = []
  for (const id of former_order_ids) {
    if (sessionIdOf(await client.order(id)) === session_id) {
      found.push(...(await client.orderPayments(id)))
    }
  }
  return found
}

/**
 * All that Razorpay knows of a session, now. What is only held beyond its payment is no
 * surplus: Razorpay lets go of it by itself.
 */
export async function gatewayPaymentOf(
  client: RazorpayClient,
  own: OwnPart
): Promise<GatewayPayment> {
  const order = await client.order(own.order_id)
  const isOurs = sessionIdOf(order) === own.session_id
  const payments = isOurs ? await client.orderPayments(order.id) : []
  const payer = payerOf(payments, own.payment_id)
  const former = await formerPayments(client, own)
  const surplus = [...payments, ...former].filter(
    (payment) => wasTaken(payment) && payment.id !== payer?.id
  )
  // Of a hold that has lapsed under an order, the reconciler has to hear.
  const shown = payer ?? payments.find(({ id }) => id === own.payment_id)
  return {
    paid: shown ? await chargeOf(client, shown) : null,
    surplus: await Promise.all(surplus.map((each) => chargeOf(client, each))),
    is_open:
      isOurs &&
      order.status !== "paid" &&
      !payments.some((each) => isHeld(each)),
  }
}
