import {
  startStripeSimulator,
  type StripeSimulator,
} from "../simulators/stripe"
import { prepareForPayment } from "./carts"
import {
  offerStripe,
  STRIPE,
  STRIPE_HOOK,
  stripeEnvironment,
} from "./payment-webhooks"
import { regionOf, storefront } from "./storefront"

/** A call of the store's to its gateway at which a server is let die. */
export type GatewayCall = "authorize" | "capture" | "refund"

export type BegunPayment = {
  cartId: string
  sessionId: string
  gatewayPaymentId: string
  email: string
}

export type GatewayBooks = {
  /** In major units. */
  captured: number
  refunded: number
  isCanceled: boolean
}

/** A payment provider with its simulator, as specs need it that run with any of them. */
export type GatewayUnderTest = {
  name: string
  providerId: string
  /** Where its webhooks go. */
  hook: string
  /** What a server needs to take the simulator for the gateway; money is held until it is captured. */
  environment: () => Record<string, string>
  /** Lets the region of a country be paid through it. */
  offer: (url: string) => Promise<void>
  /** A cart with everything but the shopper's payment. */
  begin: (url: string, variantId: string) => Promise<BegunPayment>
  /** The shopper pays: the money is held, or taken at once. */
  pay: (payment: BegunPayment, options?: { isTaken?: boolean }) => void
  /** The shopper pays an amount that is no longer asked for, in minor units. */
  payOther: (payment: BegunPayment, amount: number) => void
  /** Lets the next such call for the payment hang for ever, before or after the gateway did it. */
  hang: (
    call: GatewayCall,
    when: "before" | "after",
    payment: BegunPayment
  ) => void
  /** How often such a call for the payment has come in. */
  calls: (call: GatewayCall, payment: BegunPayment) => number
  /** The shopper's money is held or taken, and was not given back. */
  isPaid: (gatewayPaymentId: string) => boolean
  /** What really happened to the money. */
  books: (gatewayPaymentId: string) => GatewayBooks
  /** How often money of the payment went back. */
  refunds: (gatewayPaymentId: string) => number
  /** The body and headers of the webhook that tells of the payment. */
  webhook: (payment: BegunPayment) => {
    body: string
    headers: Record<string, string>
  }
  /** No call is answered any more, until the good days. */
  outage: () => void
  /** No call hangs any more. */
  goodDays: () => void
  stop: () => Promise<void>
}

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
  return {
    name: "stripe",
    providerId: STRIPE,
    hook: STRIPE_HOOK,
    environment: () => ({
      ...stripeEnvironment(stripe),
      STRIPE_CAPTURE: "false",
    }),
    offer: (url) => offerStripe(url),
    begin: (url, variantId) => beginAtStripe(stripe, url, variantId),
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
    books: (id) => {
      const { captured, refunded, refund_failed } = stripe.ledger.books(id)
      const { status } = stripe.control.intent(id)
      return {
        captured: captured / 100,
        refunded: (refunded - refund_failed) / 100,
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

async function beginAtStripe(
  stripe: StripeSimulator,
  url: string,
  variantId: string
): Promise<BegunPayment> {
  const sdk = storefront({ url })
  const email = `crash-${variantId.toLowerCase()}-${Date.now()}@store.test`
  const region = await regionOf(sdk, "in")
  const { cart } = await sdk.store.cart.create({
    region_id: region.id,
    items: [{ variant_id: variantId, quantity: 1 }],
  })
  const ready = await prepareForPayment(sdk, cart.id, { email, country: "in" })
  const { payment_collection } = await sdk.store.payment.initiatePaymentSession(
    ready,
    { provider_id: STRIPE }
  )
  const sessionId =
    payment_collection.payment_sessions?.find(
      ({ provider_id }) => provider_id === STRIPE
    )?.id ?? ""
  const gatewayPaymentId = stripe.control.findIntent(sessionId)?.id ?? ""
  return { cartId: cart.id, sessionId, gatewayPaymentId, email }
}
