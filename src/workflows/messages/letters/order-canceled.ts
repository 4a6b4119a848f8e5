import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import orderCanceled, {
  type OrderCanceledData,
} from "../../../emails/order-canceled"
import type { ReadLetter } from "../read-letter"
import { orderLetter, readOrder } from "./order-letter"

type Paid = {
  payment_collections: { captured_amount: BigNumberInput | null }[]
}

export const readOrderCanceled: ReadLetter = async (
  container,
  { subject_id }
) => {
  const order = await readOrder<Paid>(container, subject_id, [
    "payment_collections.captured_amount",
  ])
  const is_paid = order.payment_collections.some(({ captured_amount }) =>
    MathBN.gt(captured_amount ?? 0, 0)
  )
  return orderLetter<OrderCanceledData>(order, orderCanceled, { is_paid })
}
