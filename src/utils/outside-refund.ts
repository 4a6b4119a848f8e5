import { asyncContext, runWith } from "./async-context"

/** A refund that was made at the gateway and not by the store. */
export type OutsideRefund = { gateway_refund_id: string }

/**
 * Runs Medusa's refund workflow for money that has gone back already, so that all books
 * are kept the usual way; the suite's providers see it and do not ask the gateway again.
 */
export function takeInRefund<Result>(
  refund: OutsideRefund,
  work: () => Result
): Result {
  return runWith({ outsideRefund: refund }, work)
}

/** The refund being taken in, for a provider's `refundPayment`. */
export function outsideRefund(): OutsideRefund | undefined {
  return asyncContext().outsideRefund
}
