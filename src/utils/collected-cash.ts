import { asyncContext, runWith } from "./async-context"

export type CollectedCash = { payment_session_id: string }

/**
 * Runs Medusa's workflows for cash that somebody has in hand: only then does the provider say
 * that a payment session is authorized, whatever a session's data or a request may claim.
 */
export function withCollectedCash<Result>(
  cash: CollectedCash,
  work: () => Result
): Result {
  return runWith({ collectedCash: cash }, work)
}

/** Whether the cash of this session is in hand. */
export const isCashCollected = (paymentSessionId: string): boolean =>
  asyncContext().collectedCash?.payment_session_id === paymentSessionId
