import { z } from "@medusajs/framework/zod"
import { CASH_DELIVERIES } from "../../../types/cash-on-delivery"
import {
  dateTime,
  id,
  idList,
  paging,
  plainText,
  queryEnumList,
} from "../../../utils/input"

const SORTABLE = ["placed_at", "amount", "display_id"]
const ORDERS = SORTABLE.flatMap((field) => [field, `-${field}`])

const filters = {
  /** The number of an order, or the beginning of its id, of the e-mail address or the name. */
  q: plainText(200).optional(),
  region_id: z
    .preprocess(
      (value) => (typeof value === "string" ? [value] : value),
      z.array(id, "must be a list").min(1).max(50)
    )
    .optional(),
  currency_code: z
    .string()
    .regex(/^[A-Za-z]{3}$/, "must be a currency's three letters")
    .transform((code) => code.toLowerCase())
    .optional(),
  /** How far its parcels are. */
  delivery: queryEnumList(CASH_DELIVERIES).optional(),
  /** As Medusa has it: `placed_at[$gte]=2026-11-01T00:00:00Z`. */
  placed_at: z
    .strictObject(
      {
        $gte: dateTime.optional(),
        $gt: dateTime.optional(),
        $lte: dateTime.optional(),
        $lt: dateTime.optional(),
      },
      "must be a range such as placed_at[$gte]=2026-11-01T00:00:00Z"
    )
    .optional(),
}

export const AdminGetCashOrders = z.strictObject({
  ...filters,
  /** A field to sort by; a leading `-` reverses. */
  order: z
    .enum(ORDERS, `must be one of ${ORDERS.join(", ")}`)
    .default("placed_at"),
  ...paging(20),
})
export type AdminGetCashOrdersType = z.infer<typeof AdminGetCashOrders>

export const AdminExportCashOrders = z.strictObject(filters)
export type AdminExportCashOrdersType = z.infer<typeof AdminExportCashOrders>

/** Each is a payment of its own, so not too many at once. */
export const AdminCollectCash = z.strictObject({ ids: idList(50) })
export type AdminCollectCashType = z.infer<typeof AdminCollectCash>
