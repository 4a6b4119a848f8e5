import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isSameAmount } from "../../../utils/money"
import { capturedAmount } from "../paid-session"

/**
 * A server that dies between writing a capture down and hearing from the gateway leaves a payment
 * that Medusa can neither capture nor call captured. The gateway says it is. Not undone: it is true.
 */
export const finishHalfCaptureStep = createStep(
  "finish-half-capture",
  async (
    { session_id: id, action }: { session_id: string; action: string },
    { container }
  ) => {
    const payments = container.resolve(Modules.PAYMENT)
    const session = await payments.retrievePaymentSession(id, {
      relations: ["payment", "payment.captures"],
    })
    const { payment } = session
    const isHalf =
      action === "captured" &&
      payment &&
      !payment.captured_at &&
      isSameAmount(
        capturedAmount(session),
        session.amount,
        session.currency_code
      )
    if (isHalf) {
      const captured = { id: payment.id, captured_at: new Date() }
      await payments.updatePayment(captured)
    }
    return new StepResponse(undefined)
  }
)
