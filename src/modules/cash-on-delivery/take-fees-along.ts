import { generateEntityId, Modules } from "@medusajs/framework/utils"
import type { SqlExecutor } from "../../utils/add-job"
import { PUT_INTO_PARCEL, WAITING_FEES } from "./fulfillment-sql"

type Parcel = {
  order_id: string
  reference?: string
  /** The fulfillment's id. */
  reference_id?: string
  items: { id: string; quantity: unknown }[]
}

/** The method of Medusa's Order Module that notes in an order what a parcel takes. */
export type OrderKeeper = {
  registerFulfillment?: (parcel: Parcel, ...rest: unknown[]) => Promise<unknown>
}

type Fee = { id: string; title: string }

const taught = new WeakSet<OrderKeeper>()

/**
 * Lets an order's first parcel take the fee along: Medusa puts nothing without shipping into one
 * parcel with what is shipped. It is noted together with the parcel itself: a change of the order
 * of its own, made at the same time as one of Medusa's, would double the order's items.
 *
 * @param withFees - adds what else the parcel takes
 * @returns false when this Medusa has no such method
 */
export function takeFeesAlong(
  orders: OrderKeeper,
  withFees: (parcel: Parcel) => Promise<Parcel>
): boolean {
  const register = orders.registerFulfillment
  if (!register) {
    return false
  }
  if (taught.has(orders)) {
    return true
  }
  taught.add(orders)
  orders.registerFulfillment = async (parcel, ...rest) =>
    register.call(orders, await withFees(parcel), ...rest)
  return true
}

/** The parcel with the fees that none has yet; from there Medusa ships, delivers and cancels them along. */
export async function withWaitingFees(
  sql: SqlExecutor,
  parcel: Parcel
): Promise<Parcel> {
  const { order_id, reference, reference_id, items } = parcel
  if (reference !== Modules.FULFILLMENT || !reference_id) {
    return parcel
  }
  const waiting = (await sql.execute(WAITING_FEES, [order_id])) as Fee[]
  const fees = waiting.filter((fee) => !items.some(({ id }) => id === fee.id))
  for (const { id, title } of fees) {
    const rowId = generateEntityId(undefined, "fulit")
    await sql.execute(PUT_INTO_PARCEL, [rowId, title, id, reference_id])
  }
  const more = fees.map(({ id }) => ({ id, quantity: 1 }))
  return { ...parcel, items: [...items, ...more] }
}
