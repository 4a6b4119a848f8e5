import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { PaymentActions } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { PaidSession } from "./paid-session"
import { completePaidCartStep } from "./steps/complete-paid-cart"
import { finishHalfCaptureStep } from "./steps/finish-half-capture"
import { revivePaymentSessionStep } from "./steps/revive-payment-session"

type ProcessPaymentInput = Parameters<
  typeof processPaymentWorkflow.runAsStep
>[0]["input"]

/**
 * Takes in that a session was authorized or captured at the gateway: the payment is written
 * down and the cart's order placed. Running it again changes nothing.
 *
 * @returns whether it is done, failed for good, or has to be tried again
 * @example await settlePaidSessionWorkflow(container).run({
 *   input: { session_id: "payses_01J…", action: "captured", amount: 10.99 },
 * })
 */
export const settlePaidSessionWorkflow = createWorkflow(
  "settle-paid-session",
  (input: PaidSession) => {
    revivePaymentSessionStep(input)
    finishHalfCaptureStep(input)
    // Medusa's workflow authorizes on its own, outside the turn of a checkout that runs just now, and its undo would
    // cancel that checkout's payment. With the order placed first there is nothing left to authorize.
    completePaidCartStep(input).config({ name: "complete-paid-cart-first" })
    const action = transform({ input }, ({ input }) => ({
      action:
        input.action === "captured"
          ? PaymentActions.SUCCESSFUL
          : PaymentActions.AUTHORIZED,
      data: { session_id: input.session_id, amount: input.amount },
    }))
    processPaymentWorkflow.runAsStep({ input: action as ProcessPaymentInput })
    return new WorkflowResponse(completePaidCartStep(input))
  }
)
