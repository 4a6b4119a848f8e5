import type { BigNumberInput } from "@medusajs/framework/types"
import type { PaymentAttempt } from "../../utils/payment-attempts"
import { withAttemptLog } from "../../utils/with-attempt-log"
import { fromStripe, toStripe } from "./amounts"
import { attemptEnd } from "./errors"
import { currencyOf, type Data, expectedOf, textOf } from "./session-data"

type Money = { data: Data; amount?: BigNumberInput; currency_code?: string }
/** Medusa's own rows, which tell the call again that has none. */
type Own = Partial<Pick<PaymentAttempt, "capture_id" | "refund_id">>
type Answer = { id: string; status?: string | null }

function sessionId(data: Data): string | null {
  const metadata = (data?.metadata ?? {}) as Record<string, unknown>
  return textOf(data?.session_id) ?? textOf(metadata.session_id)
}

/** What is asked for, or else what the session is worth. */
function moneyOf({ data, amount, currency_code }: Money) {
  const currency = currency_code ?? currencyOf(data)
  const units =
    amount === undefined
      ? expectedOf(data).expected_amount
      : toStripe(amount, currency)
  return {
    amount: units === undefined ? null : fromStripe(units, currency),
    currency_code: currency || null,
  }
}

/** Calls Stripe with the attempt in the transaction log. */
export function logged<Result extends Answer>(
  action: PaymentAttempt["action"],
  { capture_id, refund_id, ...money }: Money & Own,
  call: () => Promise<Result>
): Promise<Result> {
  const { data } = money
  const attempt: PaymentAttempt = {
    provider_id: "pp_stripe_stripe",
    action,
    session_id: sessionId(data),
    ...{ capture_id, refund_id },
    gateway_payment_id: textOf(data?.id),
    gateway_reference_id: null,
    ...moneyOf(money),
    state_before: textOf(data?.status),
  }
  return withAttemptLog(attempt, call, {
    read: ({ id, status }) => ({
      state_after: status ?? null,
      ...(action === "refund"
        ? { gateway_reference_id: id }
        : { gateway_payment_id: id }),
    }),
    fail: attemptEnd,
  })
}
