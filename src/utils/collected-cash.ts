import { AsyncLocalStorage } from "node:async_hooks"

type CollectedCash = { payment_session_id: string }

const storage = new AsyncLocalStorage<CollectedCash>()

/**
 * Runs Medusa's workflows for cash that somebody has in hand: only then does the provider say
 * that a payment session is authorized, whatever a session's data or a request may claim.
 */
export function withCollectedCash<Result>(
  cash: CollectedCash,
  work: () => Result
): Result {
  return storage.run(cash, work)
}

/** Whether the cash of this session is in hand. */
export const isCashCollected = (paymentSessionId: string): boolean =>
  storage.getStore()?.payment_session_id === paymentSessionId
