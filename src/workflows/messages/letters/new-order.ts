import { MedusaError } from "@medusajs/framework/utils"
import { featureOptions } from "../../../config/suite-options"
import newOrder, { type NewOrderData } from "../../../emails/new-order"
import { renderEmail } from "../../../emails/render-email"
import type { Renderer } from "../../../emails/template"
import type { ReadLetter } from "../read-letter"
import { aboutOf, findOrder } from "./order-letter"
import { type Bought, BOUGHT_FIELDS, dataOf } from "./order-placed"

/** To one of the merchant's addresses, which the message was queued with; in the store's language. */
export const readNewOrder: ReadLetter = async (
  container,
  { subject_id, recipient }
) => {
  if (!recipient) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Nobody is told of new orders: the option messages.merchant is empty"
    )
  }
  const order = await findOrder<Bought>(container, subject_id, BOUGHT_FIELDS)
  const data: NewOrderData = {
    ...aboutOf(order),
    ...dataOf(order),
    email: order.email ?? "",
    link: `${featureOptions("messages").adminUrl}/orders/${order.id}`,
  }
  return {
    ...{ recipient, customer_id: null, order_id: order.id, locale: null },
    render: (setting, own: Renderer<unknown> = newOrder) =>
      renderEmail(own, data, setting),
  }
}
