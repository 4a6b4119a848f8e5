import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ensureDigitalDelivery } from "../digital-delivery"
import { readDigitalOrder } from "../digital-order"
import { inOrdersTurn } from "../in-orders-turn"

/** Not undone: the buyer has it. */
export const fulfillDigitalLinesStep = createStep(
  "fulfill-digital-lines",
  async ({ order_id }: { order_id: string }, { container }) => {
    const id = await inOrdersTurn(container, order_id, () =>
      fulfill(container, order_id)
    )
    return new StepResponse(id)
  }
)

/** In the order's turn: what another attempt has fulfilled is not fulfilled again. */
async function fulfill(container: MedusaContainer, orderId: string) {
  const order = await readDigitalOrder(container, orderId)
  const open = order.lines.filter(
    ({ digital_product_id, quantity, fulfilled }) =>
      digital_product_id && quantity > fulfilled
  )
  const [shipped, items] = [
    open.filter(({ requires_shipping }) => requires_shipping),
    open.filter(({ requires_shipping }) => !requires_shipping),
  ]
  if (shipped.length > 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `[digital-products] order ${orderId}: ${shipped.length} line(s) ask for shipping, they are older than the variant's files; fulfil them by hand`
      )
  }
  if (items.length === 0 || order.is_canceled) {
    return null
  }
  const { result } = await createOrderFulfillmentWorkflow(container).run({
    input: {
      order_id: orderId,
      shipping_option_id: await ensureDigitalDelivery(container),
      items: items.map(({ id, quantity, fulfilled }) => ({
        id,
        quantity: quantity - fulfilled,
      })),
      no_notification: true,
    },
  })
  return result.id
}
