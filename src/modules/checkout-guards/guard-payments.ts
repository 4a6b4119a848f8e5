type Session = { id: string }

/** The method of Medusa's Payment Module that turns an authorized session into its one payment. */
export type PaymentKeeper = {
  authorizePaymentSession_?: (
    session: Session,
    ...rest: unknown[]
  ) => Promise<unknown>
  paymentService_: {
    list: (
      filters: { payment_session_id: string },
      config: { take: number }
    ) => Promise<unknown[]>
  }
}

const guarded = new WeakSet<PaymentKeeper>()

/**
 * Two that authorize one session at once share the gateway's authorization, and the second cannot
 * store it again. Medusa would then cancel it at the gateway, under the first one's order;
 * instead the second gets the payment of the first.
 *
 * @returns false when this Medusa has no such method
 */
export function guardPayments(payments: PaymentKeeper): boolean {
  const store = payments.authorizePaymentSession_
  if (!store) {
    return false
  }
  if (guarded.has(payments)) {
    return true
  }
  guarded.add(payments)
  payments.authorizePaymentSession_ = async (session, ...rest) => {
    try {
      return await store.call(payments, session, ...rest)
    } catch (error) {
      const [stored] = await payments.paymentService_.list(
        { payment_session_id: session.id },
        { take: 1 }
      )
      if (!stored) {
        throw error
      }
      return stored
    }
  }
  return true
}
