import type { MedusaContainer } from "@medusajs/framework/types"
import { inTransaction } from "../../../utils/in-transaction"
import { ulidSince } from "../../../utils/ulid"

export type Orphan = {
  id: string
  created_at: Date | string
  has_same_items: boolean
}

export type Checkout = {
  /** The cart's order. */
  order_id: string | null
  session_ids: string[]
  provider_id: string | null
  orphans: Orphan[]
}

/** Medusa writes an order's row within moments; a live checkout's lock runs out after two minutes. */
const BEFORE_MS = 1000
const AFTER_MS = 5 * 60_000

const CHECKOUT = `
  select
    (select order_id from order_cart l where l.cart_id = cart.id and l.deleted_at is null limit 1) as order_id,
    (select coalesce(json_agg(s.id order by s.id), '[]'::json) from cart_payment_collection l
      join payment_session s on s.payment_collection_id = l.payment_collection_id and s.deleted_at is null
      where l.cart_id = cart.id and l.deleted_at is null) as session_ids,
    (select s.provider_id from cart_payment_collection l
      join payment_session s on s.payment_collection_id = l.payment_collection_id and s.deleted_at is null
      where l.cart_id = cart.id and l.deleted_at is null order by s.id desc limit 1) as provider_id
  from cart where cart.id = ?`

/**
 * Orders that a dead checkout may have left without their cart: an order does not name its cart,
 * so it is known by its shopper, place and moment, and by what is in it.
 */
const ORPHANS = `
  select o.id, o.created_at,
    (select json_agg(json_build_array(coalesce(i.variant_id, i.title), e.quantity::float, coalesce(e.unit_price, i.unit_price)::float)
        order by coalesce(i.variant_id, i.title), e.quantity, coalesce(e.unit_price, i.unit_price))::text
      from order_item e join order_line_item i on i.id = e.item_id
      where e.order_id = o.id and e.deleted_at is null)
    is not distinct from
    (select json_agg(json_build_array(coalesce(i.variant_id, i.title), i.quantity::float, i.unit_price::float)
        order by coalesce(i.variant_id, i.title), i.quantity, i.unit_price)::text
      from cart_line_item i where i.cart_id = cart.id and i.deleted_at is null) as has_same_items
  from cart join "order" o on o.email is not distinct from cart.email
    and o.currency_code = cart.currency_code
    and o.region_id is not distinct from cart.region_id
    and o.sales_channel_id is not distinct from cart.sales_channel_id
  where cart.id = ? and o.id >= ? and o.id < ?
    and o.deleted_at is null and o.canceled_at is null and not o.is_draft_order and o.version = 1
    and not exists (select from order_cart l where l.order_id = o.id and l.deleted_at is null)
    and not exists (select from order_transaction t where t.order_id = o.id and t.deleted_at is null)
    and not exists (
      select from order_payment_collection l where l.order_id = o.id and l.deleted_at is null
        and l.payment_collection_id not in (
          select c.payment_collection_id from cart_payment_collection c where c.cart_id = cart.id))
  limit 10`

/** What there is of a checkout that began at a moment; nothing when its cart is gone. */
export async function readCheckout(
  container: MedusaContainer,
  cartId: string,
  begunAt: Date
): Promise<Checkout | undefined> {
  const id = (at: number) => `order_${ulidSince(new Date(at))}`
  const from = id(begunAt.getTime() - BEFORE_MS)
  const to = id(begunAt.getTime() + AFTER_MS)
  return inTransaction(container, async (sql) => {
    const [checkout] = (await sql.execute(CHECKOUT, [cartId])) as Checkout[]
    const orphans = await sql.execute(ORPHANS, [cartId, from, to])
    return checkout && { ...checkout, orphans: orphans as Orphan[] }
  })
}
