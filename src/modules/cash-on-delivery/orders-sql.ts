import type { CashDelivery } from "../../types/cash-on-delivery"
import { beginsWith, Conditions, type Moments } from "../../utils/conditions"
import {
  CASH_TABLES,
  IN_BOOKS,
  IS_CANCELED,
  IS_OPEN,
  IS_TO_COLLECT,
  OWED,
} from "./cash-sql"

export type CashFilters = {
  q?: string
  region_id?: string[]
  currency_code?: string
  delivery?: CashDelivery[]
  placed_at?: Moments
}

export type CashPage = CashFilters & {
  order: string
  limit: number
  offset: number
}

/** Where a page of the export goes on: after the row that the last one ended with. */
export type CashCursor = { placed_at: string; id: string }

type Statement = { sql: string; values: unknown[] }

/** The furthest that any of the order's parcels came. */
const DELIVERY = `select case
    when bool_or(fulfillment.delivered_at is not null) then 'delivered'
    when bool_or(fulfillment.shipped_at is not null) then 'shipped'
    else 'not_shipped' end as delivery
  from order_fulfillment parcel
  join fulfillment on fulfillment.id = parcel.fulfillment_id
    and fulfillment.canceled_at is null and fulfillment.deleted_at is null
  where parcel.order_id = placed.id and parcel.deleted_at is null`

/** The amount is rounded to what people can hand over; Medusa computes more finely. */
const OPEN_ORDERS = `select placed.id, placed.display_id, placed.email, placed.region_id,
    placed.currency_code, nullif(concat_ws(' ', address.first_name, address.last_name), '') as name,
    address.phone, address.city, address.postal_code,
    round(case when payment.id is not null then payment.amount else ${OWED} end,
      coalesce(currency.decimal_digits, 2)::int) as owed,
    parcels.delivery, placed.created_at as placed_at
  from ${CASH_TABLES}
  left join currency on currency.code = placed.currency_code
  left join order_address address on address.id = placed.shipping_address_id
  cross join lateral (${DELIVERY}) parcels
  where ${IS_TO_COLLECT}`

const ROW = `id, display_id, email, name, phone, city, postal_code, region_id,
  owed::text as amount, currency_code, delivery,
  to_char(placed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as placed_at`

function conditions(filters: CashFilters): Conditions {
  const where = new Conditions()
    .oneOf("region_id", filters.region_id)
    .oneOf("delivery", filters.delivery)
    .equals("currency_code", filters.currency_code)
    .within("placed_at", filters.placed_at)
  if (filters.q === undefined) {
    return where
  }
  const text = beginsWith(filters.q.toLowerCase())
  return where.add(
    "(lower(email) like ? or lower(name) like ? or id like ? or display_id::text = ?)",
    ...[text, text, beginsWith(filters.q), filters.q.replace(/^#/, "")]
  )
}

const SORTED = {
  placed_at: "placed_at",
  amount: "owed",
  display_id: "display_id",
}

/** A page of the open orders with the count of all that match; a leading `-` in `order` reverses. */
export function listSql({
  order,
  limit,
  offset,
  ...filters
}: CashPage): Statement {
  const where = conditions(filters)
  const column = SORTED[order.replace(/^-/, "") as keyof typeof SORTED]
  const direction = order.startsWith("-") ? "desc" : "asc"
  return {
    sql: `with cash as (${OPEN_ORDERS}), found as (select * from cash where ${where.sql})
      select (select count(*)::int from found) as count,
        coalesce((select json_agg(page) from (
          select ${ROW} from found
          order by found.${column} ${direction}, id ${direction} limit ? offset ?
        ) page), '[]'::json) as orders`,
    values: [...where.values, limit, offset],
  }
}

/** Rows of the export, the oldest first. */
export function exportSql(
  filters: CashFilters,
  limit: number,
  after?: CashCursor
): Statement {
  const where = conditions(filters)
  const beyond = after ? "and (placed_at, id) > (?::timestamptz, ?)" : ""
  return {
    sql: `with cash as (${OPEN_ORDERS})
      select ${ROW} from cash where ${where.sql} ${beyond}
      order by cash.placed_at, id limit ?`,
    values: [
      ...where.values,
      ...(after ? [after.placed_at, after.id] : []),
      limit,
    ],
  }
}

/** What collecting has to know of one order. The newest entry counts, should there be several. */
export const ONE_ORDER = `
  select placed.id as order_id, session.id as session_id, session.status as session_status,
    session.data as session_data, placed.currency_code,
    coalesce(session.raw_amount->>'value', session.amount::text) as session_amount,
    trim_scale(${OWED})::text as owed, ${IS_CANCELED} as is_canceled, ${IN_BOOKS} as is_in_books,
    payment.id as payment_id, trim_scale(payment.amount)::text as payment_amount,
    (payment.captured_at is not null) as is_captured,
    (select trim_scale(coalesce(sum(capture.amount), 0))::text from capture
      where capture.payment_id = payment.id and capture.deleted_at is null) as captured_amount
  from ${CASH_TABLES}
  where entry.order_id = ? and entry.deleted_at is null
  order by entry.created_at desc limit 1`

/** What is settled stands no longer in the way of the list and of the count. */
export const CLOSE_SETTLED = `
  update cash_on_delivery_order settled set closed_at = now(), updated_at = now()
   where settled.order_id = ? and settled.closed_at is null
     and not exists (select 1 from ${CASH_TABLES} where entry.id = settled.id and ${IS_OPEN})`
