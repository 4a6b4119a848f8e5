import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { replayPaymentWebhooksStep } from "./steps/replay-payment-webhooks"

/**
 * Works webhooks off again, with all their attempts; harmless for those that are done.
 * @returns the ids that wait now
 * @throws NOT_FOUND that names the ids that do not exist; then none is replayed
 * @example await replayPaymentWebhooksWorkflow(container).run({
 *   input: { ids: ["pwh_01J…"] },
 * })
 */
export const replayPaymentWebhooksWorkflow = createWorkflow(
  "replay-payment-webhooks",
  (input: { ids: string[] }) =>
    new WorkflowResponse(replayPaymentWebhooksStep(input))
)
