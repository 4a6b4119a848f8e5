import type {
  PaymentTransactionAction,
  PaymentTransactionCause,
  PaymentTransactionOutcome,
} from "../../types/payment-transactions"
import { beginsWith, Conditions, type Moments } from "../../utils/conditions"

export type TransactionFilters = {
  q?: string
  order_id?: string
  provider_id?: string[]
  action?: PaymentTransactionAction[]
  outcome?: PaymentTransactionOutcome[]
  cause?: PaymentTransactionCause[]
  currency_code?: string
  created_at?: Moments
}

export type TransactionPage = TransactionFilters & {
  order: string
  limit: number
  offset: number
}

/** Where a page of the export goes on: after the row that the last one ended with. */
export type TransactionCursor = { created_at: string; id: string }

export type Statement = { sql: string; values: unknown[] }

const time = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as ${column}`

const ADMIN_COLUMNS = `id, provider_id, action, outcome, gateway_payment_id, gateway_reference_id,
  payment_session_id, payment_collection_id, payment_id, capture_id, refund_id,
  (select link.order_id from order_payment_collection link
    where link.payment_collection_id = transaction.payment_collection_id
      and link.deleted_at is null limit 1) as order_id,
  amount::text as amount, currency_code, state_before, state_after, cause, actor_type, actor_id,
  request_id, error, source`

const ROW = `${ADMIN_COLUMNS}, ${time("created_at")}, ${time("finished_at")}`

/** Ids are found by their beginning, which an index can do. */
const SEARCHED = [
  "gateway_payment_id",
  "gateway_reference_id",
  "payment_session_id",
  "payment_id",
  "capture_id",
  "refund_id",
]

function conditions(filters: TransactionFilters): Conditions {
  const { q, order_id } = filters
  const where = new Conditions("deleted_at is null")
    .oneOf("provider_id", filters.provider_id)
    .oneOf("action", filters.action)
    .oneOf("outcome", filters.outcome)
    .oneOf("cause", filters.cause)
    .equals("currency_code", filters.currency_code)
    .within("created_at", filters.created_at)
  if (q !== undefined) {
    const like = SEARCHED.map((column) => `${column} like ?`).join(" or ")
    where.add(`(${like})`, ...SEARCHED.map(() => beginsWith(q)))
  }
  if (order_id !== undefined) {
    where.add(
      `payment_collection_id in (select payment_collection_id from order_payment_collection
         where order_id = ? and deleted_at is null)`,
      order_id
    )
  }
  return where
}

/** A page of the admin's list with the count of all that match; `order` is a column, a leading `-` reverses. */
export function listSql({
  order,
  limit,
  offset,
  ...filters
}: TransactionPage): Statement {
  const where = conditions(filters)
  const column = order.replace(/^-/, "")
  const direction = order.startsWith("-") ? "desc nulls last" : "asc"
  // The newest first is read from an index, which has no opinion on nulls.
  const by = column === "created_at" ? direction.slice(0, 4) : direction
  return {
    sql: `select
      (select count(*)::int from payment_transaction transaction where ${where.sql}) as count,
      coalesce((select json_agg(page) from (
        select ${ROW} from payment_transaction transaction where ${where.sql}
        order by transaction.${column} ${by}, id ${by.slice(0, 4)} limit ? offset ?
      ) page), '[]'::json) as payment_transactions`,
    values: [...where.values, ...where.values, limit, offset],
  }
}

/** Rows of the export, newest first. Pages follow a cursor, so the last costs as much as the first. */
export function exportSql(
  filters: TransactionFilters,
  limit: number,
  after?: TransactionCursor
): Statement {
  const where = conditions(filters)
  const beyond = after ? "and (created_at, id) < (?::timestamptz, ?)" : ""
  return {
    sql: `select ${ROW} from payment_transaction transaction
      where ${where.sql} ${beyond}
      order by transaction.created_at desc, id desc limit ?`,
    values: [
      ...where.values,
      ...(after ? [after.created_at, after.id] : []),
      limit,
    ],
  }
}

/** What the customer who paid may see: no ids of the gateway, no actor, no error. */
const STORE_ROW = `json_build_object(
  'id', page.id, 'order_id', page.order_id, 'provider_id', page.provider_id,
  'action', page.action, 'outcome', page.outcome, 'amount', page.amount,
  'currency_code', page.currency_code, 'state', page.state_after,
  'created_at', to_char(page.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`

/** Who was told or asked is the merchant's business. */
const SHOPPERS = `transaction.deleted_at is null and transaction.action not in ('webhook', 'dispute', 'reconcile')`

const PAID = `select transaction.*, link.order_id from owned
  join order_payment_collection link on link.order_id = owned.id and link.deleted_at is null
  join payment_transaction transaction on transaction.payment_collection_id = link.payment_collection_id
  where ${SHOPPERS}`

/** No row when the order is nobody's or another customer's. */
export function orderPaymentsSql(
  orderId: string,
  customerId: string,
  { limit, offset }: { limit: number; offset: number }
): Statement {
  return {
    sql: `with owned as (
        select id from "order" where id = ? and customer_id = ?
          and deleted_at is null and is_draft_order = false
      ), paid as (${PAID}), page as (
        select * from paid order by created_at, id limit ? offset ?
      )
      select (select count(*)::int from paid) as count,
        coalesce((select json_agg(${STORE_ROW} order by page.created_at, page.id) from page), '[]'::json)
          as payments
      from owned`,
    values: [orderId, customerId, limit, offset],
  }
}

export function customerPaymentsSql(
  customerId: string,
  { limit, offset }: { limit: number; offset: number }
): Statement {
  return {
    sql: `with owned as (
        select id from "order" where customer_id = ?
          and deleted_at is null and is_draft_order = false
      ), paid as (${PAID}), page as (
        select * from paid order by created_at desc, id desc limit ? offset ?
      )
      select (select count(*)::int from paid) as count,
        coalesce((select json_agg(${STORE_ROW}
          order by page.created_at desc, page.id desc) from page), '[]'::json) as payments`,
    values: [customerId, limit, offset],
  }
}
