import {
  type PaymentAttempt,
  type PaymentAttemptResult,
  recordAttempt,
} from "./payment-attempts"

type Reading<Result> = {
  /** What a result says, laid over "succeeded". */
  read: (result: Result) => Partial<PaymentAttemptResult>
  /** What an error says; `unknown` unless the gateway answered no. */
  fail: (error: unknown) => Partial<PaymentAttemptResult>
}

/**
 * Calls a gateway with the attempt written down before and its end after. When the end
 * cannot be written, the attempt stays open, which reads as "unknown": a payment that
 * went through is not turned into a failure by its log.
 *
 * @example
 * withAttemptLog(attempt, () => gateway.capture(id), {
 *   read: ({ status }) => ({ state_after: status }),
 *   fail: (error) => ({ outcome: "unknown", error: lineOf(error) }),
 * })
 */
export async function withAttemptLog<Result>(
  attempt: PaymentAttempt,
  call: () => Promise<Result>,
  { read, fail }: Reading<Result>
): Promise<Result> {
  const end = await recordAttempt(attempt)
  const { gateway_payment_id, gateway_reference_id } = attempt
  const ids = { gateway_payment_id, gateway_reference_id }
  const close = (result: PaymentAttemptResult) =>
    end(result).catch(() => undefined)
  const nothing = { state_after: null, error: null, ...ids }
  try {
    const result = await call()
    await close({ outcome: "succeeded", ...nothing, ...read(result) })
    return result
  } catch (error) {
    await close({ outcome: "unknown", ...nothing, ...fail(error) })
    throw error
  }
}
