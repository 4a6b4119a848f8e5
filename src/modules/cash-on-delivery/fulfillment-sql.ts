import { CASH_ON_DELIVERY } from "../../utils/cash-on-delivery"
import { feeLineSql } from "../../utils/fee-line"

/** How far an order's fee is behind the parcel that takes it along. */
export type FeeInParcel = {
  id: string
  title: string
  /** No parcel has it yet. */
  is_unfulfilled: boolean
  /** This parcel has it. */
  is_in_parcel: boolean
  is_shipment_missing: boolean
  is_delivery_missing: boolean
}

export const FEES_OF_PARCEL = `
  select line.id, line.title,
    item.fulfilled_quantity < item.quantity as is_unfulfilled,
    carried.id is not null as is_in_parcel,
    parcel.shipped_at is not null and item.shipped_quantity < item.quantity as is_shipment_missing,
    parcel.delivered_at is not null and item.delivered_quantity < item.quantity as is_delivery_missing
  from fulfillment parcel
  join order_fulfillment link on link.fulfillment_id = parcel.id and link.deleted_at is null
  join "order" placed on placed.id = link.order_id and placed.canceled_at is null
  join order_item item on item.order_id = placed.id and item.version = placed.version
    and item.deleted_at is null
  join order_line_item line on line.id = item.item_id
  left join fulfillment_item carried on carried.fulfillment_id = parcel.id
    and carried.line_item_id = line.id and carried.deleted_at is null
  where parcel.id = ? and parcel.canceled_at is null and parcel.deleted_at is null
    and ${feeLineSql("line")} and line.metadata->>'commerce_suite_fee' = '${CASH_ON_DELIVERY}'`

/** Medusa ships, delivers and cancels what stands in a parcel; it offers no way to add to one. */
export const PUT_INTO_PARCEL = `
  insert into fulfillment_item
    (id, title, sku, barcode, quantity, raw_quantity, line_item_id, fulfillment_id)
  select ?, ?, '', '', 1, '{"value": "1", "precision": 20}'::jsonb, ?, parcel.id
    from fulfillment parcel where parcel.id = ? and parcel.canceled_at is null`
