import { model } from "@medusajs/framework/utils"
import {
  PAYMENT_TRANSACTION_ACTIONS,
  PAYMENT_TRANSACTION_CAUSES,
  PAYMENT_TRANSACTION_OUTCOMES,
  PAYMENT_TRANSACTION_SOURCES,
} from "../../../types/payment-transactions"

/** One attempt to move money, or to find out whether it moved. Rows are added and finished, never rewritten; no secret stands in them. */
const PaymentTransaction = model.define("payment_transaction", {
  id: model.id({ prefix: "paytx" }).primaryKey(),
  provider_id: model.text(),
  action: model.enum([...PAYMENT_TRANSACTION_ACTIONS]),
  outcome: model.enum([...PAYMENT_TRANSACTION_OUTCOMES]),
  gateway_payment_id: model.text().nullable(),
  gateway_reference_id: model.text().nullable(),
  payment_session_id: model.text().nullable(),
  payment_collection_id: model.text().nullable(),
  payment_id: model.text().nullable(),
  capture_id: model.text().nullable(),
  refund_id: model.text().nullable(),
  amount: model.bigNumber().nullable(),
  currency_code: model.text().nullable(),
  state_before: model.text().nullable(),
  state_after: model.text().nullable(),
  cause: model.enum([...PAYMENT_TRANSACTION_CAUSES]),
  actor_type: model.text().nullable(),
  actor_id: model.text().nullable(),
  request_id: model.text().nullable(),
  error: model.text().nullable(),
  source: model.enum([...PAYMENT_TRANSACTION_SOURCES]),
  finished_at: model.dateTime().nullable(),
})

export default PaymentTransaction
