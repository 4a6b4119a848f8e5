import type { PaymentAttempt } from "../../utils/payment-attempts"
import { withAttemptLog } from "../../utils/with-attempt-log"
import { fromRazorpay } from "./amounts"
import { attemptEnd } from "./errors"
import type { Tools } from "./tools"

type Answer = { id: string; status?: string | null }

export type Attempt = {
  action: PaymentAttempt["action"]
  session_id: string | null
  payment_id?: string | null
  /** Medusa's own rows, which tell the call again that has none. */
  capture_id?: string
  refund_id?: string
  /** In minor units. */
  amount: number | null
  currency: string | null
  state_before?: string | null
}

function moneyOf({ amount, currency }: Attempt) {
  return {
    amount:
      amount === null || !currency ? null : fromRazorpay(amount, currency),
    currency_code: currency?.toLowerCase() || null,
  }
}

/** Calls Razorpay with the attempt in the transaction log. */
export function logged<Result extends Answer>(
  { providerId }: Tools,
  attempt: Attempt,
  call: () => Promise<Result>
): Promise<Result> {
  const row: PaymentAttempt = {
    provider_id: providerId,
    action: attempt.action,
    session_id: attempt.session_id || null,
    capture_id: attempt.capture_id,
    refund_id: attempt.refund_id,
    gateway_payment_id: attempt.payment_id ?? null,
    gateway_reference_id: null,
    ...moneyOf(attempt),
    state_before: attempt.state_before ?? null,
  }
  return withAttemptLog(row, call, {
    read: ({ id, status }) => ({
      state_after: status ?? null,
      ...(id.startsWith("pay_")
        ? { gateway_payment_id: id }
        : { gateway_reference_id: id }),
    }),
    fail: attemptEnd,
  })
}
