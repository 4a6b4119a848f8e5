import { orderToken } from "../../src/utils/order-access"
import { query } from "./database"
import { databaseUrl, storeEnvironment } from "./environment"
import { placedOrder } from "./payments"
import type { Customer } from "./clients"

/** Makes an order older than the time in which anybody who has its id may read it. */
export const ageOrder = (id: string, url = databaseUrl()) =>
  query(
    url,
    `update "order" set created_at = now() - interval '31 minutes' where id = $1`,
    [id]
  )

/** A customer's order of half an hour ago. */
export async function oldOrder({ customer }: { customer?: Customer } = {}) {
  const placed = await placedOrder({ customer })
  await ageOrder(placed.order.id)
  return { ...placed, id: placed.order.id }
}

/** What an order's confirmation mail carries; made as the store makes it, for it is kept nowhere. */
export const mailedOrderToken = (
  order: { id: string; customer_id: string | null },
  expiresAt = new Date(Date.now() + 60_000)
) => orderToken(order, expiresAt, storeEnvironment().SUITE_SECRET ?? "")
