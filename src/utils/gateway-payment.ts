/** A refund as the gateway keeps it. Amounts are in major units, such as "10.99". */
export type GatewayRefund = {
  gateway_refund_id: string
  /** The store's own refund, where the store asked for it. */
  refund_id: string | null
  amount: string
  state: "pending" | "succeeded" | "failed"
}

/** Money that came in at the gateway for one payment session. */
export type GatewayCharge = {
  gateway_payment_id: string
  state: "pending" | "authorized" | "captured" | "failed" | "canceled"
  amount: string
  /** What was taken of it so far, and what of that went back or is on its way back. */
  captured_amount: string
  refunded_amount: string
  currency_code: string
  refunds: GatewayRefund[]
}

/** All that the gateway knows of one payment session, now. */
export type GatewayPayment = {
  /** The one that pays the session; null while nothing was paid. */
  paid: GatewayCharge | null
  /** Money beyond it: a second payment, or one for an amount that is no longer asked for. */
  surplus: GatewayCharge[]
  /** Whether the shopper may still pay. */
  is_open: boolean
}

/**
 * What a surplus is given back with; the same key gives it back once, however late. The
 * provider tells the gateway the key where it tells it the store's own refund ids, so that the
 * refund's webhook carries it.
 */
export type SurplusRefund = {
  gateway_payment_id: string
  amount: string
  currency_code: string
  idempotency_key: string
}

/**
 * What the suite's payment providers answer the reconciler, beside Medusa's contract and
 * `VerifiesWebhooks`.
 */
export interface AnswersReconciler {
  /**
   * Whose books these are: changes when the keys change between test and live or to another
   * account. No secret, such as "test:1f8a03c2".
   */
  gatewayAccount(): string
  /**
   * @param data - a payment session's or a payment's
   * @throws when the gateway cannot be reached or refuses to tell
   */
  retrieveGatewayPayment(data: Record<string, unknown>): Promise<GatewayPayment>
  /** @throws when it did not happen, or nobody knows whether it did */
  refundSurplus(refund: SurplusRefund): Promise<{ gateway_refund_id: string }>
}

export function answersReconciler(
  provider: object
): provider is AnswersReconciler {
  return "retrieveGatewayPayment" in provider && "refundSurplus" in provider
}

const SURPLUS = "surplus-"

/** The key under which a surplus goes back: one per payment at the gateway. */
export const surplusKey = (gatewayPaymentId: string) =>
  `${SURPLUS}${gatewayPaymentId}`

/** Tells a refund that gave a surplus back from one of Medusa's. */
export const isSurplusKey = (refundId: string | null) =>
  refundId?.startsWith(SURPLUS) ?? false
