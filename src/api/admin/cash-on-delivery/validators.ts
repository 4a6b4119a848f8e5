import { z } from "@medusajs/framework/zod"
import { CASH_DELIVERIES } from "../../../types/cash-on-delivery"
import { idList, plainText } from "../../../utils/input"
import {
  momentRange,
  paging,
  queryCurrency,
  queryEnumList,
  queryIdList,
  sorting,
} from "../../../utils/list-input"

const SORTABLE = ["placed_at", "amount", "display_id"]

const filters = {
  /** The number of an order, or the beginning of its id, of the e-mail address or the name. */
  q: plainText(200).optional(),
  region_id: queryIdList(50).optional(),
  currency_code: queryCurrency.optional(),
  /** How far its parcels are. */
  delivery: queryEnumList(CASH_DELIVERIES).optional(),
  placed_at: momentRange("placed_at"),
}

export const AdminGetCashOrders = z.strictObject({
  ...filters,
  order: sorting(SORTABLE, "placed_at"),
  ...paging(20),
})
export type AdminGetCashOrdersType = z.infer<typeof AdminGetCashOrders>

export const AdminExportCashOrders = z.strictObject(filters)
export type AdminExportCashOrdersType = z.infer<typeof AdminExportCashOrders>

/** Each is a payment of its own, so not too many at once. */
export const AdminCollectCash = z.strictObject({ ids: idList(50) })
export type AdminCollectCashType = z.infer<typeof AdminCollectCash>
