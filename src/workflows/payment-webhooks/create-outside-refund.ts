import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { bookRefundWorkflow } from "./book-refund"
import {
  createOutsideRefundStep,
  type OutsideRefundInput,
} from "./steps/create-outside-refund"

/**
 * Takes in a refund that was made at the gateway, for instance in its dashboard: the same rows
 * as Medusa's own refund workflow, but each only if it is not there yet, so that it can be run
 * again after a crash at any point. The gateway is not asked to refund.
 *
 * @returns the id of Medusa's refund
 * @throws INVALID_DATA when more would be refunded than was captured
 * @example await createOutsideRefundWorkflow(container).run({
 *   input: { payment_id: "pay_01J…", gateway_refund_id: "re_3N…", amount: 10.99 },
 * })
 */
export const createOutsideRefundWorkflow = createWorkflow(
  "create-outside-refund",
  (input: OutsideRefundInput) => {
    const refundId = createOutsideRefundStep(input)
    bookRefundWorkflow.runAsStep({
      input: transform({ input, refundId }, ({ input, refundId }) => ({
        payment_id: input.payment_id,
        refund_id: refundId,
        amount: input.amount,
      })),
    })
    return new WorkflowResponse(refundId)
  }
)
