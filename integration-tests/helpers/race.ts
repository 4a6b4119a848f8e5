import type { HttpTypes } from "@medusajs/types"
import { storeClient } from "./clients"
import { query } from "./database"
import type { Reply } from "./http"

export type Completion = Reply<{
  type?: "order" | "cart"
  order?: HttpTypes.StoreOrder
  message?: string
}>

/** Completes carts at the same moment, in turn at each of several servers. */
export function completeAtOnce(
  cartIds: string[],
  urls: string[]
): Promise<Completion[]> {
  const clients = urls.map((url) => storeClient({ url }))
  return Promise.all(
    cartIds.map((id, number) => {
      const client = clients[number % clients.length]
      return client?.post(`/store/carts/${id}/complete`) as Promise<Completion>
    })
  )
}

export type CartOutcome = {
  /** Orders that exist of the cart's shopper. */
  orders: number
  links: number
  payments: number
  canceled: number
  completed: boolean
}

/** What is left in the database of a cart that several completed. */
export async function outcomeOf(
  databaseUrl: string,
  cart: HttpTypes.StoreCart
): Promise<CartOutcome | undefined> {
  const [outcome] = await query<CartOutcome>(
    databaseUrl,
    `select
       (select count(*)::int from "order" where email = $2) as orders,
       (select count(*)::int from order_cart where cart_id = $1 and deleted_at is null) as links,
       (select completed_at is not null from cart where id = $1) as completed,
       count(p.id)::int as payments, count(p.canceled_at)::int as canceled
     from cart_payment_collection c
     left join payment p on p.payment_collection_id = c.payment_collection_id
     where c.cart_id = $1`,
    [cart.id, cart.email]
  )
  return outcome
}

export type StockOutcome = {
  stocked: number
  reserved: number
  /** The sum of the reservations that live. */
  promised: number
}

export async function stockOutcome(
  databaseUrl: string,
  inventoryItemId: string
): Promise<StockOutcome | undefined> {
  const [outcome] = await query<StockOutcome>(
    databaseUrl,
    `select stocked_quantity::float as stocked, reserved_quantity::float as reserved,
       (select coalesce(sum(quantity), 0)::float from reservation_item
         where inventory_item_id = $1 and deleted_at is null) as promised
     from inventory_level where inventory_item_id = $1 and deleted_at is null`,
    [inventoryItemId]
  )
  return outcome
}
