import type { BigNumberInput } from "@medusajs/framework/types"
import type Stripe from "stripe"
import { toStripe } from "./amounts"
import { refused } from "./errors"

type RefundRequest = {
  id: string
  amount: BigNumberInput
  currency_code: string
  /** Medusa's id of the refund. */
  refundId: string | undefined
}

/** @throws when Stripe took the refund on and it failed */
function checked(refund: Stripe.Refund): Stripe.Refund {
  if (refund.status === "failed" || refund.status === "canceled") {
    throw refused(
      `Stripe's refund ${refund.id} ${refund.status}: ${refund.failure_reason ?? "no reason given"}`
    )
  }
  return refund
}

/** Gives money back, once per refund of Medusa's however often it is asked. */
export async function giveBack(
  stripe: Stripe,
  { id, amount, currency_code, refundId }: RefundRequest
): Promise<Stripe.Refund> {
  const request: Stripe.RefundCreateParams = {
    payment_intent: id,
    amount: toStripe(amount, currency_code),
    metadata: refundId ? { refund_id: refundId } : {},
  }
  const created = await stripe.refunds
    .create(request, { idempotencyKey: refundId })
    .catch(async (error: unknown) => {
      const known = await madeBefore(stripe, id, refundId)
      if (known) {
        return known
      }
      throw error
    })
  return checked(created)
}

/**
 * That very refund, whatever the error was: no answer came, or "already refunded", which
 * another refund can cause just as well.
 */
async function madeBefore(
  stripe: Stripe,
  id: string,
  refundId: string | undefined
): Promise<Stripe.Refund | undefined> {
  if (!refundId) {
    return undefined
  }
  // The first error says more than one of this look.
  const refunds = await stripe.refunds
    .list({ payment_intent: id, limit: 100 })
    .autoPagingToArray({ limit: 1000 })
    .catch(() => [])
  return refunds.find(({ metadata }) => metadata?.refund_id === refundId)
}
