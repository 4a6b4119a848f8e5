import { startStripeSimulator } from "../../simulators/stripe"
import {
  offerStripe,
  STRIPE,
  STRIPE_HOOK,
  stripeEnvironment,
} from "../payment-webhooks"
import {
  beginPayment,
  type BegunPayment,
  type GatewayCall,
  type GatewayUnderTest,
} from "./gateway-under-test"

const PATHS: Record<GatewayCall, (intentId: string) => string> = {
  authorize: (id) => `GET /v1/payment_intents/${id}`,
  capture: (id) => `POST /v1/payment_intents/${id}/capture`,
  // Refunds name their payment in the body.
  refund: () => "POST /v1/refunds",
}

export async function stripeUnderTest(): Promise<GatewayUnderTest> {
  const stripe = await startStripeSimulator()
  const path = (call: GatewayCall, { gatewayPaymentId }: BegunPayment) =>
    PATHS[call](gatewayPaymentId)
  const minorUnits = (id: string) => {
    const { captured, refunded, refund_failed } = stripe.ledger.books(id)
    return { captured, refunded: refunded - refund_failed }
  }
  return {
    name: "stripe",
    providerId: STRIPE,
    hook: STRIPE_HOOK,
    environment: () => ({
      ...stripeEnvironment(stripe),
      STRIPE_CAPTURE: "false",
    }),
    offer: (url) => offerStripe(url),
    begin: (url, variantId) =>
      beginPayment(
        { url, variantId, providerId: STRIPE },
        ({ id }) => stripe.control.findIntent(id)?.id ?? ""
      ),
    pay: ({ gatewayPaymentId: id }, { isTaken = false } = {}) => {
      stripe.control.pay(id)
      if (isTaken) {
        stripe.control.capture(id)
      }
    },
    payOther: ({ gatewayPaymentId: id }, amount) => {
      stripe.control.intent(id).amount = amount
      stripe.control.pay(id)
      stripe.control.capture(id)
    },
    hang: (call, when, payment) =>
      stripe.control.badDay({
        match: path(call, payment),
        kind: `timeout-${when}`,
      }),
    calls: (call, payment) =>
      stripe.calls.filter((made) => made === path(call, payment)).length,
    isPaid: (id) => {
      const { authorized, refunded, refund_failed, released } =
        stripe.ledger.books(id)
      return authorized - released > refunded - refund_failed
    },
    minorUnits,
    books: (id) => {
      const { captured, refunded } = minorUnits(id)
      const { status } = stripe.control.intent(id)
      return {
        captured: captured / 100,
        refunded: refunded / 100,
        isCanceled: status === "canceled",
      }
    },
    refunds: (id) => stripe.ledger.count("refunded", id),
    outage: () =>
      stripe.control.badDay({ match: "/v1/", kind: "drop", times: 10_000 }),
    webhook: ({ gatewayPaymentId }) => {
      const told = stripe.webhooks.events.filter(
        ({ data }) => (data.object as { id?: string }).id === gatewayPaymentId
      )
      return stripe.webhooks.signed(told.at(-1)!)
    },
    goodDays: () => stripe.control.goodDays(),
    stop: () => stripe.stop(),
  }
}
