import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ensureDigitalDelivery } from "../digital-delivery"
import { type OrderLine, readDigitalOrder } from "../digital-order"
import { inOrdersTurn } from "../in-orders-turn"

/** Not undone: the buyer has it. */
export const fulfillDigitalLinesStep = createStep(
  "fulfill-digital-lines",
  async ({ order_id }: { order_id: string }, { container }) => {
    const ids = await inOrdersTurn(container, order_id, () =>
      fulfill(container, order_id)
    )
    return new StepResponse(ids)
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
    return []
  }
  const reserved = await reservedAt(container, items)
  const ids: string[] = []
  for (const place of new Set(items.map(({ id }) => reserved.get(id)))) {
    const here = items.filter(({ id }) => reserved.get(id) === place)
    ids.push(await fulfillAt(container, orderId, here, place))
  }
  return ids
}

async function fulfillAt(
  container: MedusaContainer,
  order_id: string,
  items: OrderLine[],
  location_id: string | undefined
) {
  const { result } = await createOrderFulfillmentWorkflow(container).run({
    input: {
      ...{ order_id, location_id, no_notification: true },
      shipping_option_id: await ensureDigitalDelivery(container),
      items: items.map(({ id, quantity, fulfilled }) => ({
        id,
        quantity: quantity - fulfilled,
      })),
    },
  })
  return result.id
}

/** Where stock is kept of a digital variant, it leaves the place that it was reserved at, and comes back there. */
async function reservedAt(container: MedusaContainer, items: OrderLine[]) {
  const reservations = await container
    .resolve(Modules.INVENTORY)
    .listReservationItems(
      { line_item_id: items.map(({ id }) => id) },
      { take: null as unknown as undefined }
    )
  return new Map(
    reservations.map(({ line_item_id, location_id }) => [
      line_item_id ?? "",
      location_id,
    ])
  )
}
