import { z } from "@medusajs/framework/zod"
import {
  RECONCILIATION_KINDS,
  RECONCILIATION_STATUSES,
} from "../../../types/reconciliation"
import { plainText } from "../../../utils/input"
import { paging, queryEnumList, sorting } from "../../../utils/list-input"

const SORTABLE = ["last_seen_at", "created_at", "attempts"]

export const AdminGetReconciliationCases = z.strictObject({
  /** The id of a case, an order, a cart, a payment session, a payment, or a gateway's payment. */
  q: plainText(200).optional(),
  status: queryEnumList(RECONCILIATION_STATUSES).optional(),
  kind: queryEnumList(RECONCILIATION_KINDS).optional(),
  provider_id: plainText(100).optional(),
  order: sorting(SORTABLE, "-last_seen_at"),
  ...paging(20),
})
export type AdminGetReconciliationCasesType = z.infer<
  typeof AdminGetReconciliationCases
>

export const AdminDismissReconciliationCase = z.strictObject({
  /** Why nothing is to be done. */
  reason: plainText(500),
})
export type AdminDismissReconciliationCaseType = z.infer<
  typeof AdminDismissReconciliationCase
>
