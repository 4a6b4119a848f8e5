import { MedusaError, Modules } from "@medusajs/framework/utils"
import paymentReceived, {
  type PaymentReceivedData,
} from "../../../emails/payment-received"
import type { ReadLetter } from "../read-letter"
import { exact, orderLetter, readOrder } from "./order-letter"

/** About one capture: an order that is paid in parts is several mails. */
export const readPaymentReceived: ReadLetter = async (
  container,
  { subject_id, order_id }
) => {
  const [capture] = await container
    .resolve(Modules.PAYMENT)
    .listCaptures({ id: subject_id }, { relations: ["payment"], take: 1 })
  if (!capture) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Capture with id ${subject_id} was not found`
    )
  }
  const order = await readOrder(container, order_id ?? "")
  return orderLetter<PaymentReceivedData>(order, paymentReceived, {
    amount: exact(capture.amount),
    currency_code: capture.payment?.currency_code ?? "",
  })
}
