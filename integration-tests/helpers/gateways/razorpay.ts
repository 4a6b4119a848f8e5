import { startRazorpaySimulator } from "../../simulators/razorpay"
import {
  offerRazorpay,
  RAZORPAY,
  RAZORPAY_HOOK,
  razorpayEnvironment,
} from "../razorpay"
import {
  beginPayment,
  type BegunPayment,
  type GatewayCall,
  type GatewayUnderTest,
} from "./gateway-under-test"

/** Razorpay's order stands for the payment: there is none before the shopper paid. */
export async function razorpayUnderTest(): Promise<GatewayUnderTest> {
  const razorpay = await startRazorpaySimulator()
  const { control, ledger, webhooks } = razorpay
  const paidBy = (orderId: string) => control.paymentsOf(orderId)[0]?.id ?? ""
  const path = (call: GatewayCall, { gatewayPaymentId: id }: BegunPayment) =>
    call === "authorize"
      ? `GET /v1/orders/${id}/payments`
      : `POST /v1/payments/${paidBy(id)}/${call}`
  const minorUnits = (id: string) => {
    const { captured, refunded, refund_failed } = ledger.books(id)
    return { captured, refunded: refunded - refund_failed }
  }
  return {
    name: "razorpay",
    providerId: RAZORPAY,
    hook: RAZORPAY_HOOK,
    environment: () => ({
      ...razorpayEnvironment(razorpay),
      RAZORPAY_CAPTURE: "false",
    }),
    offer: (url) => offerRazorpay(url),
    begin: (url, variantId) =>
      beginPayment({ url, variantId, providerId: RAZORPAY }, ({ data }) =>
        String(data.id)
      ),
    pay: ({ gatewayPaymentId }, { isTaken = false } = {}) => {
      const { id } = control.pay(gatewayPaymentId)
      if (isTaken) {
        control.capture(id)
      }
    },
    payOther: ({ gatewayPaymentId }, amount) => {
      control.capture(control.pay(gatewayPaymentId, { amount }).id)
    },
    hang: (call, when, payment) =>
      control.badDay({ match: path(call, payment), kind: `timeout-${when}` }),
    calls: (call, payment) =>
      razorpay.calls.filter((made) => made === path(call, payment)).length,
    isPaid: (id) => {
      const { authorized, released, refunded, refund_failed } = ledger.books(id)
      return authorized - released > refunded - refund_failed
    },
    minorUnits,
    books: (id) => {
      const { captured, refunded } = minorUnits(id)
      return {
        captured: captured / 100,
        refunded: refunded / 100,
        // Razorpay knows no cancelling: money that nobody takes goes back by itself.
        isCanceled: false,
      }
    },
    refunds: (id) => ledger.count("refunded", id),
    outage: () =>
      control.badDay({ match: "/v1/", kind: "drop", times: 10_000 }),
    webhook: ({ gatewayPaymentId }) => {
      const told = webhooks.events.filter(
        ({ body }) =>
          (body.payload.payment?.entity as { order_id?: string } | undefined)
            ?.order_id === gatewayPaymentId
      )
      return webhooks.signed(told.at(-1)!)
    },
    goodDays: () => control.goodDays(),
    stop: () => razorpay.stop(),
  }
}
