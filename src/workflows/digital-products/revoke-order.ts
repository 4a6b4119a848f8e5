import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { Fact } from "../../utils/facts"
import { revokeOrderStep } from "./steps/revoke-order"

/**
 * Takes away what an order's refund or cancelation is for: all of it, or just the units that a part
 * of the money was for. Once per fact: what an admin gave back since stays.
 *
 * @returns how many units were taken away now
 * @example await revokeOrderWorkflow(container).run({ input: fact })
 */
export const revokeOrderWorkflow = createWorkflow(
  "revoke-order",
  (input: Fact) => new WorkflowResponse(revokeOrderStep(input))
)
