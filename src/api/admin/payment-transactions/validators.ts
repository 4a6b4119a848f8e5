import { z } from "@medusajs/framework/zod"
import {
  PAYMENT_TRANSACTION_ACTIONS,
  PAYMENT_TRANSACTION_CAUSES,
  PAYMENT_TRANSACTION_OUTCOMES,
} from "../../../types/payment-transactions"
import { id, plainText } from "../../../utils/input"
import {
  momentRange,
  paging,
  queryCurrency,
  queryEnumList,
  queryIdList,
  sorting,
} from "../../../utils/list-input"

const SORTABLE = ["created_at", "amount", "provider_id", "action", "outcome"]

const filters = {
  /** The beginning of an id: of the gateway's payment or reference, the session, payment, capture or refund. */
  q: plainText(200).optional(),
  order_id: id.optional(),
  provider_id: queryIdList(20).optional(),
  action: queryEnumList(PAYMENT_TRANSACTION_ACTIONS).optional(),
  outcome: queryEnumList(PAYMENT_TRANSACTION_OUTCOMES).optional(),
  cause: queryEnumList(PAYMENT_TRANSACTION_CAUSES).optional(),
  currency_code: queryCurrency.optional(),
  created_at: momentRange("created_at"),
}

export const AdminGetPaymentTransactions = z.strictObject({
  ...filters,
  order: sorting(SORTABLE, "-created_at"),
  ...paging(20),
})
export type AdminGetPaymentTransactionsType = z.infer<
  typeof AdminGetPaymentTransactions
>

export const AdminExportPaymentTransactions = z.strictObject(filters)
export type AdminExportPaymentTransactionsType = z.infer<
  typeof AdminExportPaymentTransactions
>
