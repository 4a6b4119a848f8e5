import type { HttpTypes } from "@medusajs/types"
import { cartReadyToPay } from "../carts"

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

export type MinorUnits = { captured: number; refunded: number }

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
  /** The same as the gateway counts it, whatever its currency. */
  minorUnits: (gatewayPaymentId: string) => MinorUnits
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

/**
 * A cart with everything but the shopper's payment, and its session with a provider.
 * @param gatewayPaymentIdOf - tells the gateway's id of what the session was made for
 */
export async function beginPayment(
  { url, variantId, providerId }: Beginning,
  gatewayPaymentIdOf: (session: HttpTypes.StorePaymentSession) => string
): Promise<BegunPayment> {
  const email = `crash-${variantId.toLowerCase()}-${Date.now()}@store.test`
  const { sdk, cart } = await cartReadyToPay({ url, variantId, email })
  const { payment_collection } = await sdk.store.payment.initiatePaymentSession(
    cart,
    { provider_id: providerId }
  )
  const session = payment_collection.payment_sessions?.find(
    ({ provider_id }) => provider_id === providerId
  )
  if (!session) {
    throw new Error(`The cart ${cart.id} got no session of ${providerId}`)
  }
  const gatewayPaymentId = gatewayPaymentIdOf(session)
  return { cartId: cart.id, sessionId: session.id, gatewayPaymentId, email }
}

type Beginning = { url: string; variantId: string; providerId: string }
