import type { BigNumberInput } from "@medusajs/framework/types"
import type Stripe from "stripe"
import type { SurplusRefund } from "../../utils/gateway-payment"
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
export function giveBack(
  stripe: Stripe,
  { id, amount, currency_code, refundId }: RefundRequest
): Promise<Stripe.Refund> {
  const request = {
    payment_intent: id,
    amount: toStripe(amount, currency_code),
    metadata: (refundId ? { refund_id: refundId } : {}) as Stripe.MetadataParam,
  }
  return createOnce(stripe, request, refundId)
}

/** The same for money that no refund of Medusa's asks for: Stripe forgets keys after a day, a refund's metadata stays. */
export async function giveSurplusBack(
  stripe: Stripe,
  { gateway_payment_id, amount, currency_code, idempotency_key }: SurplusRefund
): Promise<Stripe.Refund> {
  const known = await findRefund(stripe, gateway_payment_id, idempotency_key)
  const request = {
    payment_intent: gateway_payment_id,
    amount: toStripe(amount, currency_code),
    metadata: { refund_id: idempotency_key },
  }
  return known ? checked(known) : createOnce(stripe, request, idempotency_key)
}

async function createOnce(
  stripe: Stripe,
  request: Stripe.RefundCreateParams & { payment_intent: string },
  key: string | undefined
): Promise<Stripe.Refund> {
  const created = await stripe.refunds
    .create(request, { idempotencyKey: key })
    .catch(async (error: unknown) => {
      const known = await madeBefore(stripe, request.payment_intent, key)
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
  return findRefund(stripe, id, refundId).catch(() => undefined)
}

async function findRefund(stripe: Stripe, id: string, refundId: string) {
  const refunds = await stripe.refunds
    .list({ payment_intent: id, limit: 100 })
    .autoPagingToArray({ limit: 1000 })
  return refunds.find(({ metadata }) => metadata?.refund_id === refundId)
}
