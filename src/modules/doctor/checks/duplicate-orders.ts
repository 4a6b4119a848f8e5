import { ok, type StoreCheck, warning } from "../finding"

const SHOWN = 10

/** They keep the unique index on `order_cart` waiting, so that a race for a cart could add more. */
export const duplicateOrders: StoreCheck = {
  name: "duplicate-orders",
  examine: async (_, sql) => {
    const rows = await sql<{ cart_id: string; orders: string[] }>(
      `select cart_id, array_agg(order_id order by created_at) as orders
         from order_cart where deleted_at is null
        group by cart_id having count(*) > 1 order by cart_id limit ${SHOWN}`
    )
    if (rows.length === 0) {
      return ok("every cart has at most one order")
    }
    const carts = rows.map(
      ({ cart_id, orders }) => `cart ${cart_id}: ${orders.join(", ")}`
    )
    return warning(
      `carts with several orders (the first ${SHOWN}): ${carts.join("; ")}`,
      "cancel and refund all but one order of each cart, then set deleted_at of their rows in order_cart; the unique index follows at the next start"
    )
  },
}
