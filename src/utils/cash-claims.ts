/**
 * Counts an order to be paid on delivery among its customer's open ones.
 * @throws NOT_ALLOWED when there are too many already, or no order belongs to the session
 */
export type CashClaimer = (paymentSessionId: string) => Promise<void>

const claimNothing: CashClaimer = () => Promise.resolve()

let claimer = claimNothing

/** Set by the feature `cash-on-delivery`; its provider works without it, and then without a limit. */
export function setCashClaimer(claim: CashClaimer) {
  claimer = claim
}

/** For the provider, at the moment an order is placed. */
export const claimCash: CashClaimer = (id) => claimer(id)
