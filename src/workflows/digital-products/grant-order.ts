import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { type GrantOrderInput, grantOrderStep } from "./steps/grant-order"

/**
 * Grants what an order has of digital products, once it is paid as a whole: one grant per line and
 * unit, however often it runs.
 *
 * @returns how many units were granted now
 * @example await grantOrderWorkflow(container).run({ input: { order_id: "order_01J…", cause: "payment.captured:capt_01J…" } })
 */
export const grantOrderWorkflow = createWorkflow(
  "grant-order",
  (input: GrantOrderInput) => new WorkflowResponse(grantOrderStep(input))
)
