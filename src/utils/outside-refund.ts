import { AsyncLocalStorage } from "node:async_hooks"

/** A refund that was made at the gateway and not by the store. */
export type OutsideRefund = { gateway_refund_id: string }

const storage = new AsyncLocalStorage<OutsideRefund>()

/**
 * Runs Medusa's refund workflow for money that has gone back already, so that all books
 * are kept the usual way; the suite's providers see it and do not ask the gateway again.
 */
export function takeInRefund<Result>(
  refund: OutsideRefund,
  work: () => Result
): Result {
  return storage.run(refund, work)
}

/** The refund being taken in, for a provider's `refundPayment`. */
export function outsideRefund(): OutsideRefund | undefined {
  return storage.getStore()
}
