import type { BigNumberInput } from "@medusajs/framework/types"
import { createWorkflow } from "@medusajs/framework/workflows-sdk"
import { bookRefundWorkflow } from "../payment-webhooks/book-refund"
import {
  deleteRefundStep,
  type RefundInput,
  sumUpPaymentStep,
} from "./steps/delete-refund"

/**
 * Ends a refund in which a server died after the gateway had made it.
 * @example await finishRefundWorkflow(container).run({
 *   input: { payment_id: "pay_01J…", refund_id: "ref_01J…", amount: 10.99 },
 * })
 */
export const finishRefundWorkflow = createWorkflow(
  "finish-refund",
  (input: RefundInput & { amount: BigNumberInput }) => {
    sumUpPaymentStep(input)
    bookRefundWorkflow.runAsStep({ input })
  }
)

/**
 * Undoes a refund in which a server died before the gateway had made it. No money goes out:
 * whoever asked for it got no answer, and asks again.
 * @example await undoRefundWorkflow(container).run({
 *   input: { payment_id: "pay_01J…", refund_id: "ref_01J…" },
 * })
 */
export const undoRefundWorkflow = createWorkflow(
  "undo-refund",
  (input: RefundInput) => {
    deleteRefundStep(input)
  }
)
