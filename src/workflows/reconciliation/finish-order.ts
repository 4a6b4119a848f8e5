import {
  createRemoteLinkStep,
  createReservationsWorkflow,
  updateCartsStep,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  planOrderLinksStep,
  planOrderReservationsStep,
} from "./steps/plan-dead-checkout"

type ReservationsInput = Parameters<
  typeof createReservationsWorkflow.runAsStep
>[0]["input"]

/**
 * Links the order of a dead checkout to its payments, and closes its cart, as far as the
 * checkout had not come to that. The caller holds the cart's lock.
 *
 * @example await linkOrderWorkflow(container).run({
 *   input: { order_id: "order_01J…", cart_id: "cart_01J…" },
 * })
 */
export const linkOrderWorkflow = createWorkflow(
  "link-order",
  (input: { order_id: string; cart_id: string }) => {
    const plan = planOrderLinksStep(input)
    when({ plan }, ({ plan }) => Boolean(plan?.payment_collection_id)).then(
      () => {
        createRemoteLinkStep(
          transform({ input, plan }, ({ input, plan }) => [
            {
              [Modules.ORDER]: { order_id: input.order_id },
              [Modules.PAYMENT]: {
                payment_collection_id: plan?.payment_collection_id,
              },
            },
          ])
        )
      }
    )
    when({ plan }, ({ plan }) => plan?.is_completed === false).then(() => {
      updateCartsStep(
        transform({ input }, ({ input }) => [
          { id: input.cart_id, completed_at: new Date() },
        ])
      )
    })
  }
)

/**
 * Reserves what an order lacks.
 * @returns how many reservations were made
 * @throws NOT_ALLOWED when there is not enough stock
 * @example await reserveOrderWorkflow(container).run({ input: { order_id: "order_01J…" } })
 */
export const reserveOrderWorkflow = createWorkflow(
  "reserve-order",
  (input: { order_id: string }) => {
    const missing = planOrderReservationsStep(input)
    when({ missing }, ({ missing }) => missing.length > 0).then(() => {
      createReservationsWorkflow.runAsStep({
        input: transform({ missing }, ({ missing }) => ({
          reservations: missing,
        })) as unknown as ReservationsInput,
      })
    })
    return new WorkflowResponse(
      transform({ missing }, ({ missing }) => missing.length)
    )
  }
)
