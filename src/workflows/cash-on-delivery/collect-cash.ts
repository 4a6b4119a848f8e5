import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { authorizeCashStep } from "./steps/authorize-cash"
import { captureCashStep } from "./steps/capture-cash"
import { validateCashOrderStep } from "./steps/validate-cash-order"

export type CollectCashInput = {
  order_id: string
  /** Who says so: the id of a user. */
  captured_by?: string
}

/**
 * Writes down that the cash of an order is in hand: Medusa's payment is authorized and captured,
 * the order's books have it. One at a time per order, so that two who say it at once collect it
 * once; whatever an earlier attempt left undone is done.
 *
 * @returns the order's id
 * @throws NOT_FOUND when the order is not to be paid on delivery; NOT_ALLOWED when it is canceled
 *   or owes nothing
 * @example await collectCashWorkflow(container).run({ input: { order_id: "order_01J…" } })
 */
export const collectCashWorkflow = createWorkflow(
  "collect-cash",
  (input: CollectCashInput) => {
    const key = transform(
      { input },
      ({ input }) => `collect-cash:${input.order_id}`
    )
    acquireLockStep({ key, timeout: 20, ttl: 60 })
    const { order, is_open } = validateCashOrderStep(input)
    when({ is_open }, ({ is_open }) => is_open).then(() => {
      authorizeCashStep(order)
      captureCashStep(input)
    })
    releaseLockStep({ key })
    return new WorkflowResponse(
      transform({ input }, ({ input }) => input.order_id)
    )
  }
)
