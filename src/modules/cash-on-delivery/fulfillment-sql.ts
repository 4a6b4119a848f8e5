import { CASH_ON_DELIVERY } from "../../utils/cash-on-delivery"
import { feeLineSql } from "../../utils/fee-line"

/** Fees of an order that no parcel has yet. */
export const WAITING_FEES = `
  select line.id, line.title
  from "order" placed
  join order_item item on item.order_id = placed.id and item.version = placed.version
    and item.deleted_at is null
  join order_line_item line on line.id = item.item_id
  where placed.id = ? and item.fulfilled_quantity < item.quantity
    and ${feeLineSql("line")} and line.metadata->>'commerce_suite_fee' = '${CASH_ON_DELIVERY}'`

/** Medusa ships, delivers and cancels what stands in a parcel; it offers no way to add to one. */
export const PUT_INTO_PARCEL = `
  insert into fulfillment_item
    (id, title, sku, barcode, quantity, raw_quantity, line_item_id, fulfillment_id)
  select ?, ?, '', '', 1, '{"value": "1", "precision": 20}'::jsonb, ?, parcel.id
    from fulfillment parcel where parcel.id = ?`
