import type Stripe from "stripe"
import { toStripe } from "./amounts"
import type { CaptureAmounts } from "../../utils/own-captures"
import { currencyOf, expectedOf } from "./session-data"

type CaptureRequest = {
  id: string
  data: Record<string, unknown> | undefined
  amounts: CaptureAmounts | undefined
  /** Medusa's id of the capture. */
  key: string | undefined
}

/**
 * Takes held money. Stripe takes it once per payment and lets go of the rest, so a second
 * part of a payment is refused.
 */
export async function takePayment(
  stripe: Stripe,
  { id, data, amounts, key }: CaptureRequest
): Promise<Stripe.PaymentIntent> {
  const currency = currencyOf(data)
  const part = amounts && {
    amount_to_capture: toStripe(amounts.amount, currency),
  }
  try {
    return await stripe.paymentIntents.capture(id, part, {
      idempotencyKey: key,
    })
  } catch (error) {
    const wanted = amounts
      ? toStripe(amounts.total, currency)
      : expectedOf(data).expected_amount
    const taken = await takenBefore(stripe, id, wanted)
    if (taken) {
      return taken
    }
    throw error
  }
}

/**
 * Whether all that the store means to have is there: the call may have gone through
 * without an answer, or the money was taken in Stripe's dashboard.
 */
async function takenBefore(
  stripe: Stripe,
  id: string,
  wanted: number | undefined
): Promise<Stripe.PaymentIntent | undefined> {
  // The first error says more than one of this look.
  const intent = await stripe.paymentIntents.retrieve(id).catch(() => undefined)
  const isTaken =
    intent?.status === "succeeded" &&
    intent.amount_received >= (wanted ?? intent.amount)
  return isTaken ? intent : undefined
}
