import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { type DisputeInput, settleDisputeStep } from "./steps/settle-dispute"

/**
 * Takes all downloads of a disputed payment's order away, and gives them back when the dispute is
 * won. Once per dispute: what an admin gave back since stays.
 *
 * @returns how many units changed
 * @example await settleDisputeWorkflow(container).run({ input: { payment_id: "pay_01J…", gateway_dispute_id: "dp_1", status: "needs_response" } })
 */
export const settleDisputeWorkflow = createWorkflow(
  "settle-dispute",
  (input: DisputeInput) => new WorkflowResponse(settleDisputeStep(input))
)
