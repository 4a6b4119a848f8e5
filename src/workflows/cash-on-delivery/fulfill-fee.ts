import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { followParcelStep, type ParcelInput } from "./steps/follow-parcel"

/**
 * Sends an order's fee along with a parcel, so that the order becomes fulfilled, shipped and
 * delivered as a whole. Medusa puts nothing without shipping into one parcel with what is shipped.
 * Running it again, or after the parcel went on, brings the fee level with it.
 *
 * @example await fulfillFeeWorkflow(container).run({
 *   input: { order_id: "order_01J…", fulfillment_id: "ful_01J…" },
 * })
 */
export const fulfillFeeWorkflow = createWorkflow(
  "fulfill-fee",
  (input: ParcelInput) => {
    const key = transform(
      { input },
      ({ input }) => `fulfill-fee:${input.order_id}`
    )
    acquireLockStep({ key, timeout: 20, ttl: 60 })
    followParcelStep(input)
    releaseLockStep({ key })
    return new WorkflowResponse(undefined)
  }
)
