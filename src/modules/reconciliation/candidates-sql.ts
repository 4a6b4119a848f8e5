import { ulidSince } from "../../utils/ulid"

/** Between which moments something must have been made to be looked at. */
export type Window = { since: Date; until: Date }

export type Page = { after: string; size: number }

type Statement = { sql: string; values: unknown[] }

const made = (column: string, prefix: string, { since, until }: Window) => ({
  sql: `${column} >= ? and ${column} < ?`,
  values: [`${prefix}_${ulidSince(since)}`, `${prefix}_${ulidSince(until)}`],
})

const LIVE = `o.deleted_at is null and o.canceled_at is null and not o.is_draft_order
  and o.status not in ('canceled', 'draft')`

export type DeadCheckout = { id: string; cart_id: string }

/** Live orders that no cart has, and nobody has paid or worked on. */
const CARTLESS = `select o.id, o.email, o.region_id, o.sales_channel_id, o.currency_code from "order" o
  where ${LIVE} and o.version = 1
    and not exists (select from order_cart l where l.order_id = o.id and l.deleted_at is null)
    and not exists (select from order_transaction t where t.order_id = o.id and t.deleted_at is null)`

/** When Medusa saves a checkout: as it begins, as it is about to be taken back, and as it ends. */
export const UNENDED = "state in ('not_started', 'waiting_to_compensate')"

/**
 * Nothing goes on with a checkout whose server died, or that could not save its end: its row stays
 * as it was. So does that of a live one, which holds its cart's lock. One that Medusa took back may
 * have left its order nevertheless: when the database went away while it committed, nobody knew
 * that it had.
 */
export function deadCheckoutsSql(window: Window, limit: number): Statement {
  // Its own time of creation has no time zone; the id's is exact.
  const checkout = made("checkout.id", "wf_exec", window)
  const order = made("o.id", "order", window)
  return {
    sql: `with cartless as (${CARTLESS} and ${order.sql})
      select checkout.id, checkout.context->'data'->'payload'->>'id' as cart_id
      from workflow_execution checkout
      where checkout.workflow_id = 'complete-cart' and checkout.deleted_at is null and ${checkout.sql}
        and (checkout.${UNENDED} or (checkout.state in ('reverted', 'failed') and exists (
          select from cart join cartless on cartless.email is not distinct from cart.email
            and cartless.currency_code = cart.currency_code
            and cartless.region_id is not distinct from cart.region_id
            and cartless.sales_channel_id is not distinct from cart.sales_channel_id
          where cart.id = checkout.context->'data'->'payload'->>'id'
            and substr(cartless.id, 7, 10) >= substr(checkout.id, 9, 10))))
      order by checkout.id limit ?`,
    values: [...order.values, ...checkout.values, limit],
  }
}

/** Sessions of live orders that nobody has paid for in Medusa. */
function unpaidOrdersSql(window: Window): Statement {
  const { sql, values } = made("o.id", "order", window)
  return {
    sql: `select session.id from "order" o
      join order_payment_collection link on link.order_id = o.id and link.deleted_at is null
      join payment_session session
        on session.payment_collection_id = link.payment_collection_id and session.deleted_at is null
      where ${sql} and ${LIVE}
        and exists (select from order_cart where order_cart.order_id = o.id and order_cart.deleted_at is null)
        and not exists (
          select from payment_session settled
          where settled.payment_collection_id = link.payment_collection_id
            and settled.deleted_at is null
            and settled.status in ('authorized', 'captured', 'pending_authorization'))`,
    values,
  }
}

/** Sessions of captures or refunds that the order's books do not have, or the payment itself does not own to. */
function halfMovementsSql(
  table: "capture" | "refund",
  prefix: string,
  window: Window
): Statement {
  const { sql, values } = made("movement.id", prefix, window)
  const isUnconfirmed =
    table === "capture"
      ? "or (payment.captured_at is null and movement.amount >= payment.amount)"
      : ""
  return {
    sql: `select payment.payment_session_id as id from ${table} movement
      join payment on payment.id = movement.payment_id and payment.deleted_at is null
      left join order_payment_collection link
        on link.payment_collection_id = payment.payment_collection_id and link.deleted_at is null
      where ${sql} and movement.deleted_at is null
        and ((link.order_id is not null and not exists (
            select from order_transaction entry
            where entry.order_id = link.order_id and entry.reference_id = movement.id
              and entry.reference = '${table}' and entry.deleted_at is null))
          ${isUnconfirmed})`,
    values,
  }
}

/** Sessions that a shopper may have paid, of carts without an order. */
function begunPaymentsSql(window: Window, providers: string[]): Statement {
  const { sql, values } = made("session.id", "payses", window)
  return {
    sql: `select session.id from payment_session session
      join cart_payment_collection link
        on link.payment_collection_id = session.payment_collection_id and link.deleted_at is null
      where ${sql} and session.deleted_at is null
        and session.provider_id in (select json_array_elements_text(?::json))
        and not exists (
          select from order_cart where order_cart.cart_id = link.cart_id and order_cart.deleted_at is null)`,
    values: [...values, JSON.stringify(providers)],
  }
}

/**
 * Sessions with a call that a server died in, that nobody answered, or that was done and has no row in Medusa: it
 * undoes its own when it cannot write down what the gateway did.
 */
const unansweredSql = ({ since, until }: Window): Statement => ({
  sql: `select call.payment_session_id as id from payment_transaction call
    where call.created_at >= ? and call.created_at < ? and call.deleted_at is null
      and call.action in ('authorize', 'capture', 'refund', 'cancel')
      and (call.outcome in ('started', 'unknown')
        or (call.outcome = 'succeeded' and call.source = 'provider' and (
          (call.capture_id is not null and not exists (
            select from capture where capture.id = call.capture_id and capture.deleted_at is null))
          or (call.refund_id is not null and not exists (
            select from refund where refund.id = call.refund_id and refund.deleted_at is null))
          or (call.action = 'cancel' and exists (
            select from payment where payment.payment_session_id = call.payment_session_id
              and payment.canceled_at is null and payment.deleted_at is null)))))`,
  values: [since.toISOString(), until.toISOString()],
})

export type SuspectWindows = {
  /** For what a server may have died in. */
  recent: Window
  /** For payments that were begun: one window for each age at which they are asked for. */
  begun: Window[]
  /** That can be asked. */
  providers: string[]
}

/** All sessions that are worth a look after one, each once, the oldest first; each part reads a range of one index. */
export function suspectSessionsSql(
  { recent, begun, providers }: SuspectWindows,
  { after, size }: Page
): Statement {
  const parts = [
    unpaidOrdersSql(recent),
    halfMovementsSql("capture", "capt", recent),
    halfMovementsSql("refund", "ref", recent),
    unansweredSql(recent),
    ...begun.map((window) => begunPaymentsSql(window, providers)),
  ]
  return {
    sql: `select id from (${parts.map(({ sql }) => `(${sql})`).join(" union ")}) suspect
      where id > ? order by id limit ?`,
    values: [...parts.flatMap(({ values }) => values), after, size],
  }
}

/** Open cases whose time has come; those without a session are found anew by their own finders. */
export function dueCasesSql(now: Date, limit: number): Statement {
  return {
    sql: `select distinct session_id as id from (
        select session_id from reconciliation_case
        where status = 'open' and next_check_at <= ? and session_id is not null and deleted_at is null
        order by next_check_at limit ?) due`,
    values: [now.toISOString(), limit],
  }
}

export type StockDrift = {
  id: string
  inventory_item_id: string
  location_id: string
  reserved: string
  promised: string
}

const DRIFT = `select level.id, level.inventory_item_id, level.location_id,
    level.reserved_quantity::text as reserved, promise.promised::text as promised
  from inventory_level level
  cross join lateral (
    select coalesce(sum(r.quantity), 0) as promised from reservation_item r
    where r.inventory_item_id = level.inventory_item_id and r.location_id = level.location_id
      and r.deleted_at is null) promise
  where level.deleted_at is null and level.reserved_quantity <> promise.promised`

/** Levels with a young reservation, and a page of all others after a level: so that all get their turn. */
export function stockDriftSql(
  recent: Window,
  { after, size }: Page
): Statement {
  const young = made("young.id", "resitem", recent)
  return {
    sql: `${DRIFT} and (level.inventory_item_id, level.location_id) in (
          select young.inventory_item_id, young.location_id from reservation_item young
          where ${young.sql})
      union
      ${DRIFT} and level.id in (select id from inventory_level where id > ? order by id limit ?)
      limit 100`,
    values: [...young.values, after, size],
  }
}

/** Where the next page begins; empty when this one was the last. */
export const stockCursorSql = (after: string, size: number): Statement => ({
  sql: `select case when count(*) < ? then '' else max(id) end as cursor
    from (select id from inventory_level where id > ? order by id limit ?) page`,
  values: [size, after, size],
})

export const INSTALLED_SQL = `select installed_at from fact_installation`
