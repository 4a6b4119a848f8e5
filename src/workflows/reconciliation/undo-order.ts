import {
  deleteReservationsByLineItemsStep,
  dismissRemoteLinkStep,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform } from "@medusajs/framework/workflows-sdk"
import { deleteDeadOrderStep } from "./steps/delete-dead-order"
import { readDeadOrderStep } from "./steps/read-dead-order"

/**
 * Does for a checkout whose server died what Medusa does for one that fails: its reservations,
 * links and order go, and its cart can be completed again. A coupon stays counted as used, since
 * nobody knows whether it was. The caller holds the cart's lock.
 *
 * @throws NOT_ALLOWED when the order was paid for or worked on since
 * @example await undoOrderWorkflow(container).run({
 *   input: { order_id: "order_01J…", cart_id: "cart_01J…" },
 * })
 */
export const undoOrderWorkflow = createWorkflow(
  "undo-order",
  (input: { order_id: string; cart_id: string | null }) => {
    const order = readDeadOrderStep(input)
    deleteReservationsByLineItemsStep(
      transform({ order }, ({ order }) => order.line_item_ids)
    )
    dismissRemoteLinkStep(
      transform({ input, order }, ({ input, order }) => {
        const ours = { [Modules.ORDER]: { order_id: input.order_id } }
        const { cart_id, payment_collection_id } = order
        return [
          ...(cart_id ? [{ ...ours, [Modules.CART]: { cart_id } }] : []),
          ...(payment_collection_id
            ? [{ ...ours, [Modules.PAYMENT]: { payment_collection_id } }]
            : []),
        ]
      })
    )
    deleteDeadOrderStep(
      transform({ input, order }, ({ input, order }) => ({
        order_id: input.order_id,
        cart_id: order.cart_id ?? input.cart_id,
      }))
    )
  }
)
