import { MedusaError } from "@medusajs/framework/utils"
import { CASH_ON_DELIVERY_PROVIDER } from "../../utils/cash-on-delivery"
import { oneLine } from "../../utils/redact"
import type { PaymentAttempt } from "../../utils/payment-attempts"
import { withAttemptLog } from "../../utils/with-attempt-log"
import type { CashData } from "./cash-data"

type Attempt = Pick<PaymentAttempt, "action"> &
  Partial<Pick<PaymentAttempt, "amount" | "capture_id" | "refund_id">>

/** There is no gateway: what Medusa does is all that happens, and the log tells of it. */
export function logged(
  { action, ...given }: Attempt,
  before: CashData,
  work: () => Promise<CashData>
): Promise<CashData> {
  const attempt: PaymentAttempt = {
    provider_id: CASH_ON_DELIVERY_PROVIDER,
    action,
    session_id: before.session_id || null,
    gateway_payment_id: null,
    gateway_reference_id: null,
    amount: before.amount || null,
    currency_code: before.currency_code || null,
    state_before: before.state,
    ...given,
  }
  return withAttemptLog(attempt, work, {
    read: ({ state }) => ({ state_after: state }),
    fail: (error) => ({
      outcome: error instanceof MedusaError ? "refused" : "unknown",
      error: oneLine((error as Error).message),
    }),
  })
}
