import type { BigNumberInput } from "@medusajs/framework/types"
import type { CaptureAmounts } from "../../utils/own-captures"
import { toRazorpay } from "./amounts"
import type { RazorpayPayment } from "./api-types"
import type { RazorpayClient } from "./client"
import { refused } from "./errors"
import { wasTaken } from "./order-state"

/**
 * Takes held money. Razorpay takes all of a payment or nothing, so a part is refused. Money
 * that is there already counts, whoever took it.
 */
export async function takePayment(
  client: RazorpayClient,
  payer: RazorpayPayment | undefined,
  amounts: CaptureAmounts | undefined
): Promise<RazorpayPayment> {
  if (!payer) {
    throw refused("There is no payment at Razorpay to capture")
  }
  refusePart(payer, amounts?.total)
  if (wasTaken(payer)) {
    return payer
  }
  try {
    return await client.capture(payer.id, payer.amount, payer.currency)
  } catch (error) {
    // The call may have gone through without an answer, or another was quicker.
    const present = await client.payment(payer.id).catch(() => undefined)
    if (present && wasTaken(present)) {
      return present
    }
    throw error
  }
}

function refusePart(
  { amount, currency }: RazorpayPayment,
  wanted: BigNumberInput | undefined
) {
  if (wanted !== undefined && toRazorpay(wanted, currency) !== amount) {
    throw refused(
      "Razorpay captures a payment whole: capture all of it, and refund what is too much"
    )
  }
}
