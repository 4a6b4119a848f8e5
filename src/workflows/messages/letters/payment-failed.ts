import { MedusaError, Modules } from "@medusajs/framework/utils"
import paymentFailed, {
  type PaymentFailedData,
} from "../../../emails/payment-failed"
import type { ReadLetter } from "../read-letter"
import { exact, orderLetter, readOrder } from "./order-letter"

/** About one payment session: the one that the order waited for. */
export const readPaymentFailed: ReadLetter = async (
  container,
  { subject_id, order_id }
) => {
  const [session] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ id: subject_id }, { take: 1 })
  if (!session) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Payment session with id ${subject_id} was not found`
    )
  }
  const order = await readOrder(container, order_id ?? "")
  return orderLetter<PaymentFailedData>(order, paymentFailed, {
    amount: exact(session.amount),
    currency_code: session.currency_code,
  })
}
