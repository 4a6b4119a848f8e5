import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { Item } from "../../../emails/components/item-list"
import orderDelivered, {
  type OrderDeliveredData,
} from "../../../emails/order-delivered"
import orderShipped, {
  type OrderShippedData,
  type Tracking,
} from "../../../emails/order-shipped"
import { CASH_ON_DELIVERY } from "../../../utils/cash-on-delivery"
import { isFeeLine } from "../../../utils/fee-line"
import type { ReadLetter } from "../read-letter"
import { type Line, lineItem } from "./line-item"
import { orderLetter, readOrder } from "./order-letter"

type Parcel = {
  items: { line_item_id: string | null; quantity: BigNumberInput }[]
  labels: { tracking_number: string | null; tracking_url: string | null }[]
}

type ParcelLine = Line & {
  variant_id: string | null
  product_id: string | null
  metadata: Record<string, unknown> | null
}

export const readOrderShipped: ReadLetter = async (container, message) => {
  const { order, items, parcel } = await readParcel(container, message)
  const tracking = parcel.labels.flatMap(trackingOf)
  return orderLetter<OrderShippedData>(order, orderShipped, { items, tracking })
}

export const readOrderDelivered: ReadLetter = async (container, message) => {
  const { order, items } = await readParcel(container, message)
  return orderLetter<OrderDeliveredData>(order, orderDelivered, { items })
}

async function readParcel(
  container: MedusaContainer,
  { subject_id, order_id }: { subject_id: string; order_id: string | null }
) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "fulfillment",
    fields: ["id", "items.*", "labels.*"],
    filters: { id: subject_id },
  })
  const [parcel] = data as unknown as Parcel[]
  if (!parcel) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Fulfillment with id ${subject_id} was not found`
    )
  }
  const order = await readOrder<{ items: ParcelLine[] }>(
    container,
    order_id ?? "",
    ["items.*"]
  )
  return { order, parcel, items: itemsOf(parcel, order.items) }
}

/** What shoppers would find in it: a fee travels along and is nothing to hold. */
function itemsOf(parcel: Parcel, lines: ParcelLine[]): Item[] {
  return parcel.items.flatMap(({ line_item_id, quantity }) => {
    const line = lines.find(({ id }) => id === line_item_id)
    return line && !isFeeLine(line, CASH_ON_DELIVERY)
      ? [lineItem(line, quantity)]
      : []
  })
}

const trackingOf = ({
  tracking_number: number,
  tracking_url: url,
}: Parcel["labels"][number]): Tracking[] => (number ? [{ number, url }] : [])
