import type { PaymentSessionDTO, RefundDTO } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { isSameAmount, isSameCurrency } from "../../utils/money"
import type { WebhookOutcome } from "../../utils/payment-webhook"
import { done, failed, type Verdict } from "./verdict"

export type PaidOutcome = Extract<
  WebhookOutcome,
  { action: "authorized" | "captured" }
>

/** What Medusa's own workflow takes; without an amount it takes what is there. */
export type PaidSession = {
  session_id: string
  action: "authorized" | "captured"
  /** In major units, exact, such as "10.99". */
  amount?: string
}

/**
 * What an authorized or captured payment may do. Money that does not match what was asked for
 * places no order and pays none: a person looks at it.
 *
 * @returns the input of the workflow, or how the webhook ends without it
 */
export function judgePaid(
  session: PaymentSessionDTO,
  outcome: PaidOutcome
): PaidSession | Verdict {
  const { action, amount, currency_code: currency } = outcome
  if (!isSameCurrency(currency, session.currency_code)) {
    return failed(
      `${action} in ${currency}, but ${session.currency_code} was asked for`
    )
  }
  const captured = capturedAmount(session)
  const isKnownCapture =
    MathBN.gt(captured, 0) && isSameAmount(captured, amount, currency)
  const isWhole = isSameAmount(session.amount, amount, currency)
  if (!isKnownCapture && !isWhole) {
    return failed(
      `${action} ${String(amount)} ${currency}, but ${String(session.amount)} was asked for`
    )
  }
  if (session.payment?.canceled_at) {
    return action === "captured"
      ? failed("Captured at the gateway, but canceled in the store")
      : done("Canceled in the store since")
  }
  if (isKnownCapture && !isWhole) {
    return done("The store itself captured this part")
  }
  return { session_id: session.id, action, ...remaining(session, captured) }
}

/** Exactly what Medusa still misses, which rounding at the gateway must not change. */
function remaining(
  session: PaymentSessionDTO,
  captured: ReturnType<typeof capturedAmount>
) {
  return isSameAmount(captured, session.amount, session.currency_code)
    ? {}
    : { amount: MathBN.sub(session.amount, captured).toString() }
}

export function capturedAmount(session: PaymentSessionDTO) {
  const captures = session.payment?.captures ?? []
  return captures.reduce(
    (sum, capture) => MathBN.add(sum, capture.amount),
    MathBN.convert(0)
  )
}

/** Medusa's type leaves out what its table and its API have. */
export function gatewayRefundId(refund: RefundDTO): unknown {
  const { metadata } = refund as RefundDTO & {
    metadata?: Record<string, unknown> | null
  }
  return metadata?.gateway_refund_id
}
