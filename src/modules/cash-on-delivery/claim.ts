import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { SqlExecutor } from "../../utils/add-job"
import { CASH_TABLES, IS_OPEN } from "./cash-sql"

/** Whose open orders are counted: an account's by its id, everybody's by e-mail address. */
export type CashCustomer = { account_id: string | null; email: string | null }

type Placed = CashCustomer & { order_id: string; customer_id: string | null }

const PLACED = `
  select placed.id as order_id, placed.customer_id, lower(placed.email) as email,
         case when customer.has_account then customer.id end as account_id
    from payment_session session
    join order_payment_collection link
      on link.payment_collection_id = session.payment_collection_id and link.deleted_at is null
    join "order" placed on placed.id = link.order_id and placed.deleted_at is null
    left join customer on customer.id = placed.customer_id
   where session.id = ? and session.deleted_at is null`

const COUNT_OPEN = `
  select count(distinct entry.order_id)::int as count from ${CASH_TABLES}
   where entry.closed_at is null and ${IS_OPEN}
     and (entry.customer_id = ? or entry.email = ?) and entry.payment_session_id <> ?`

const WRITE = `
  insert into cash_on_delivery_order (id, order_id, payment_session_id, customer_id, email)
  values (?, ?, ?, ?, ?)
  on conflict (payment_session_id) where deleted_at is null do update
    set order_id = excluded.order_id, customer_id = excluded.customer_id,
        email = excluded.email, closed_at = null, updated_at = now()`

/**
 * How many orders of a customer wait for their cash: those of the account and those with its
 * e-mail address. Medusa itself gives a guest's cart to the account that has the address.
 */
export async function countOpenOrders(
  sql: SqlExecutor,
  { account_id, email }: CashCustomer,
  exceptSession = ""
): Promise<number> {
  const [row] = (await sql.execute(COUNT_OPEN, [
    account_id,
    email,
    exceptSession,
  ])) as { count: number }[]
  return row?.count ?? 0
}

/**
 * Writes down that an order is to be paid on delivery, in one transaction with the count of the
 * customer's others. Who comes at the same time waits for the customer's lock, on any instance,
 * and then counts this one, too. Again for the same order it changes nothing.
 *
 * @throws NOT_ALLOWED when the customer has `limit` open orders already
 */
export async function claimOrder(
  sql: SqlExecutor,
  sessionId: string,
  limit: number
): Promise<void> {
  const [placed] = (await sql.execute(PLACED, [sessionId])) as Placed[]
  if (!placed) {
    throw refusal("it is for orders only, and there is none for this payment")
  }
  await lockCustomer(sql, placed)
  const known = await sql.execute(
    "select 1 from cash_on_delivery_order where payment_session_id = ? and order_id = ? and deleted_at is null",
    [sessionId, placed.order_id]
  )
  if ((known as unknown[]).length > 0) {
    return
  }
  if (!placed.account_id && !placed.email) {
    throw refusal("an e-mail address is needed")
  }
  if ((await countOpenOrders(sql, placed, sessionId)) >= limit) {
    throw refusal(tooManyOpenOrders(limit))
  }
  const { order_id, customer_id, email } = placed
  const id = generateEntityId(undefined, "codord")
  await sql.execute(WRITE, [id, order_id, sessionId, customer_id, email])
}

/** A guest's order counts for the account of the same person and the other way round, so both locks are taken. */
async function lockCustomer(sql: SqlExecutor, customer: CashCustomer) {
  const { account_id, email } = customer
  for (const key of [account_id, email].filter(Boolean).sort()) {
    await sql.execute(
      "select pg_advisory_xact_lock(hashtextextended('cash-on-delivery:' || ?, 0))",
      [key]
    )
  }
}

export const tooManyOpenOrders = (limit: number) =>
  limit === 1
    ? "another order still waits for its cash"
    : `${limit} orders still wait for their cash`

const refusal = (why: string) =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Cash on delivery is not possible: ${why}`
  )
