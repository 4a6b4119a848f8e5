import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { closeCashOrderStep } from "./steps/close-cash-order"

/**
 * Puts an order aside whose cash is collected, or that was canceled; then nobody waits for it any
 * more. An order whose cash is open stays as it is.
 *
 * @example await closeCashOrderWorkflow(container).run({ input: { order_id: "order_01J…" } })
 */
export const closeCashOrderWorkflow = createWorkflow(
  "close-cash-order",
  (input: { order_id: string }) => {
    closeCashOrderStep(input)
    return new WorkflowResponse(undefined)
  }
)
