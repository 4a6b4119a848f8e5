import { MedusaError, Modules } from "@medusajs/framework/utils"
import orderRefunded, {
  type OrderRefundedData,
} from "../../../emails/order-refunded"
import type { ReadLetter } from "../read-letter"
import { exact, orderLetter, readOrder } from "./order-letter"

/** About one refund: several of an order are several mails. */
export const readOrderRefunded: ReadLetter = async (
  container,
  { subject_id, order_id }
) => {
  const [refund] = await container
    .resolve(Modules.PAYMENT)
    .listRefunds({ id: subject_id }, { relations: ["payment"], take: 1 })
  if (!refund) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Refund with id ${subject_id} was not found`
    )
  }
  const order = await readOrder(container, order_id ?? "")
  return orderLetter<OrderRefundedData>(order, orderRefunded, {
    amount: exact(refund.amount),
    currency_code: refund.payment?.currency_code ?? "",
  })
}
