import { z } from "@medusajs/framework/zod"
import {
  PAYMENT_TRANSACTION_ACTIONS,
  PAYMENT_TRANSACTION_CAUSES,
  PAYMENT_TRANSACTION_OUTCOMES,
} from "../../../types/payment-transactions"
import {
  dateTime,
  id,
  paging,
  plainText,
  queryEnumList,
} from "../../../utils/input"

const SORTABLE = ["created_at", "amount", "provider_id", "action", "outcome"]
const ORDERS = SORTABLE.flatMap((field) => [field, `-${field}`])

const filters = {
  /** The beginning of an id: of the gateway's payment or reference, the session, payment, capture or refund. */
  q: plainText(200).optional(),
  order_id: id.optional(),
  provider_id: z
    .preprocess(
      (value) => (typeof value === "string" ? [value] : value),
      z.array(id, "must be a list").min(1).max(20)
    )
    .optional(),
  action: queryEnumList(PAYMENT_TRANSACTION_ACTIONS).optional(),
  outcome: queryEnumList(PAYMENT_TRANSACTION_OUTCOMES).optional(),
  cause: queryEnumList(PAYMENT_TRANSACTION_CAUSES).optional(),
  currency_code: z
    .string()
    .regex(/^[A-Za-z]{3}$/, "must be a currency's three letters")
    .transform((code) => code.toLowerCase())
    .optional(),
  /** As Medusa has it: `created_at[$gte]=2026-11-01T00:00:00Z`. */
  created_at: z
    .strictObject(
      {
        $gte: dateTime.optional(),
        $gt: dateTime.optional(),
        $lte: dateTime.optional(),
        $lt: dateTime.optional(),
      },
      "must be a range such as created_at[$gte]=2026-11-01T00:00:00Z"
    )
    .optional(),
}

export const AdminGetPaymentTransactions = z.strictObject({
  ...filters,
  /** A field to sort by; a leading `-` reverses. */
  order: z
    .enum(ORDERS, `must be one of ${ORDERS.join(", ")}`)
    .default("-created_at"),
  ...paging(20),
})
export type AdminGetPaymentTransactionsType = z.infer<
  typeof AdminGetPaymentTransactions
>

export const AdminExportPaymentTransactions = z.strictObject(filters)
export type AdminExportPaymentTransactionsType = z.infer<
  typeof AdminExportPaymentTransactions
>
