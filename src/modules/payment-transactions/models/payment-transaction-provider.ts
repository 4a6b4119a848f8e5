import { model } from "@medusajs/framework/utils"

/** The payment providers that write their own attempts down, so that the triggers leave them alone. */
const PaymentTransactionProvider = model.define(
  "payment_transaction_provider",
  { provider_id: model.text().primaryKey() }
)

export default PaymentTransactionProvider
