import type { BigNumberInput } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
} from "@medusajs/framework/utils"
import returnReceived, {
  type ReturnReceivedData,
} from "../../../emails/return-received"
import type { ReadLetter } from "../read-letter"
import { type Line, lineItem } from "./line-item"
import { orderLetter, readOrder } from "./order-letter"

type Returned = {
  items: { item_id: string; received_quantity: BigNumberInput }[]
}

export const readReturnReceived: ReadLetter = async (
  container,
  { subject_id, order_id }
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "return",
    fields: ["id", "items.item_id", "items.received_quantity"],
    filters: { id: subject_id },
  })
  const [returned] = data as unknown as Returned[]
  if (!returned) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Return with id ${subject_id} was not found`
    )
  }
  const order = await readOrder<{ items: Line[] }>(container, order_id ?? "", [
    "items.*",
  ])
  const items = returned.items.flatMap(({ item_id, received_quantity }) => {
    const line = order.items.find(({ id }) => id === item_id)
    return line && MathBN.gt(received_quantity, 0)
      ? [lineItem(line, received_quantity)]
      : []
  })
  return orderLetter<ReturnReceivedData>(order, returnReceived, { items })
}
