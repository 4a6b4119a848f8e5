import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { fulfillDigitalLinesStep } from "./steps/fulfill-digital-lines"

/**
 * Fulfils the digital lines of an order that are not fulfilled yet, with the suite's own provider.
 *
 * @returns the ids of the fulfillments that were made now
 * @example await fulfillDigitalLinesWorkflow(container).run({ input: { order_id: "order_01J…" } })
 */
export const fulfillDigitalLinesWorkflow = createWorkflow(
  "fulfill-digital-lines",
  (input: { order_id: string }) =>
    new WorkflowResponse(fulfillDigitalLinesStep(input))
)
