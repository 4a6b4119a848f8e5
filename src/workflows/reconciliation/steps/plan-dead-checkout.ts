import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../utils/in-transaction"

type UnlinkedOrder = {
  payment_collection_id: string | null
  is_completed: boolean
}

const LINKS = `
  select cart.completed_at is not null as is_completed,
    (select c.payment_collection_id from cart_payment_collection c
      where c.cart_id = cart.id and c.deleted_at is null
        and not exists (select from order_payment_collection l
          where l.payment_collection_id = c.payment_collection_id and l.deleted_at is null)
      limit 1) as payment_collection_id
  from cart where cart.id = ?`

/** What a dead checkout left undone around its order. */
export const planOrderLinksStep = createStep(
  "plan-order-links",
  async ({ cart_id }: { cart_id: string }, { container }) => {
    const [row] = (await inTransaction(container, (sql) =>
      sql.execute(LINKS, [cart_id])
    )) as UnlinkedOrder[]
    return new StepResponse(row)
  }
)

export type MissingReservation = {
  line_item_id: string
  inventory_item_id: string
  location_id: string | null
  quantity: string
  allow_backorder: boolean
}

/** What Medusa reserves for an order, as far as nobody did: from the place that has most of it. */
const MISSING = `
  select item.id as line_item_id, needed.inventory_item_id, variant.allow_backorder,
    (entry.quantity * needed.required_quantity)::text as quantity,
    (select level.location_id from inventory_level level
      join sales_channel_stock_location place
        on place.stock_location_id = level.location_id and place.deleted_at is null
        and place.sales_channel_id = o.sales_channel_id
      where level.inventory_item_id = needed.inventory_item_id and level.deleted_at is null
      order by level.stocked_quantity - level.reserved_quantity desc limit 1) as location_id
  from "order" o
  join order_item entry on entry.order_id = o.id and entry.version = o.version and entry.deleted_at is null
  join order_line_item item on item.id = entry.item_id
  join product_variant variant on variant.id = item.variant_id and variant.manage_inventory
  join product_variant_inventory_item needed
    on needed.variant_id = variant.id and needed.deleted_at is null
  where o.id = ? and o.deleted_at is null and o.canceled_at is null and entry.fulfilled_quantity = 0
    and not exists (
      select from reservation_item reserved
      where reserved.line_item_id = item.id and reserved.deleted_at is null
        and reserved.inventory_item_id = needed.inventory_item_id)`

export const planOrderReservationsStep = createStep(
  "plan-order-reservations",
  async ({ order_id }: { order_id: string }, { container }) => {
    const missing = (await inTransaction(container, (sql) =>
      sql.execute(MISSING, [order_id])
    )) as MissingReservation[]
    return new StepResponse(missing)
  }
)
