import type { FactName } from "../../utils/facts"
import { ulidSince } from "../../utils/ulid"

type Truth = {
  /** The subjects for which the fact is true now: `subject_id`, `order_id`, `occurred_at`. */
  select: string
  /** The subject's id in that statement. */
  subject: string
  /** Narrows the statement, on an index, to what may have become true since a moment. */
  since: (moment: Date) => { condition: string; value: string }
}

const madeSince = (column: string, prefix: string) => (moment: Date) => ({
  condition: `${column} >= ?`,
  value: `${prefix}_${ulidSince(moment)}`,
})

const happenedSince = (column: string) => (moment: Date) => ({
  condition: `${column} >= ?`,
  value: moment.toISOString(),
})

const LIVE_ORDER = `o.deleted_at is null and o.canceled_at is null
  and not o.is_draft_order and o.status not in ('canceled', 'draft')`

const NOTHING_TO_PAY = `exists (
  select from order_summary summary
  where summary.order_id = o.id and summary.version = 1 and summary.deleted_at is null
    and (summary.totals->>'original_order_total')::numeric <= 0)`

/**
 * A declined payment inserts an order and deletes it again; a killed server leaves one that
 * nobody has paid. So its row alone does not make an order placed.
 */
const PLACED = `
  select o.id as subject_id, o.id as order_id, o.created_at as occurred_at
  from "order" o
  where ${LIVE_ORDER}
    and exists (
      select from order_cart link where link.order_id = o.id and link.deleted_at is null)
    and (
      exists (
        select from order_payment_collection link
        join payment_session session
          on session.payment_collection_id = link.payment_collection_id
        where link.order_id = o.id and link.deleted_at is null and session.deleted_at is null
          and session.status in ('authorized', 'captured', 'pending_authorization'))
      or ${NOTHING_TO_PAY})`

/** A draft has no cart and need not be paid; the trigger saw that it became an order. */
const CONVERTED = `
  select o.id as subject_id, o.id as order_id, o.updated_at as occurred_at
  from "order" o where ${LIVE_ORDER}`

/** Medusa's own words for "the gateway did it": the order's transaction, or all of it captured. */
const IN_THE_BOOKS = (reference: string, id: string) => `exists (
  select from order_transaction entry
  where entry.reference = '${reference}' and entry.reference_id = ${id} and entry.deleted_at is null)`

const ORDER_OF_PAYMENT = `
  join payment on payment.id = movement.payment_id and payment.deleted_at is null
  join order_payment_collection link
    on link.payment_collection_id = payment.payment_collection_id and link.deleted_at is null
  join "order" o on o.id = link.order_id and o.deleted_at is null`

const movedMoney = (table: "capture" | "refund", condition: string) => `
  select movement.id as subject_id, o.id as order_id, movement.created_at as occurred_at
  from ${table} movement ${ORDER_OF_PAYMENT}
  where movement.deleted_at is null and ${condition}`

/** Of orders only: returns are shipped and delivered by fulfillments, too. */
const fulfilled = (moment: string) => `
  select f.id as subject_id, o.id as order_id, ${moment} as occurred_at
  from fulfillment f
  join order_fulfillment link on link.fulfillment_id = f.id and link.deleted_at is null
  join "order" o on o.id = link.order_id and o.deleted_at is null
  where f.deleted_at is null and f.canceled_at is null and ${moment} is not null`

/**
 * Of an order that its shopper was told of: the payment that it waited for will not come. A card
 * that is declined at the checkout never gets so far, and a session that takes its place settles it.
 */
const FAILED = `
  select session.id as subject_id, o.id as order_id, session.updated_at as occurred_at
  from payment_session session
  join order_payment_collection link
    on link.payment_collection_id = session.payment_collection_id and link.deleted_at is null
  join "order" o on o.id = link.order_id and ${LIVE_ORDER}
  where session.deleted_at is null and session.authorized_at is null
    and session.status in ('error', 'canceled', 'requires_more')
    and exists (select from fact placed where placed.id = 'order.placed:' || o.id)
    and not ${NOTHING_TO_PAY}
    and not exists (
      select from payment_session settled
      where settled.payment_collection_id = session.payment_collection_id
        and settled.deleted_at is null
        and settled.status in ('authorized', 'captured', 'pending_authorization'))`

const RETURNED = `
  select returned.id as subject_id, o.id as order_id, returned.received_at as occurred_at
  from "return" returned
  join "order" o on o.id = returned.order_id and o.deleted_at is null
  where returned.deleted_at is null and returned.canceled_at is null and returned.received_at is not null`

const TRUTHS: Record<FactName, Truth> = {
  "order.placed": {
    select: PLACED,
    subject: "o.id",
    since: madeSince("o.id", "order"),
  },
  "order.canceled": {
    select: `
      select o.id as subject_id, o.id as order_id, o.canceled_at as occurred_at
      from "order" o
      where o.deleted_at is null and o.canceled_at is not null and not o.is_draft_order`,
    subject: "o.id",
    since: happenedSince("o.canceled_at"),
  },
  "payment.captured": {
    select: movedMoney(
      "capture",
      `(payment.captured_at is not null or ${IN_THE_BOOKS("capture", "movement.id")})`
    ),
    subject: "movement.id",
    since: madeSince("movement.id", "capt"),
  },
  "payment.failed": {
    select: FAILED,
    subject: "session.id",
    since: madeSince("session.id", "payses"),
  },
  "payment.refunded": {
    select: movedMoney("refund", IN_THE_BOOKS("refund", "movement.id")),
    subject: "movement.id",
    since: madeSince("movement.id", "ref"),
  },
  "order.fulfillment_created": {
    select: fulfilled("f.created_at"),
    subject: "f.id",
    since: madeSince("f.id", "ful"),
  },
  "shipment.created": {
    select: fulfilled("f.shipped_at"),
    subject: "f.id",
    since: happenedSince("f.shipped_at"),
  },
  "delivery.created": {
    select: fulfilled("f.delivered_at"),
    subject: "f.id",
    since: happenedSince("f.delivered_at"),
  },
  "order.return_received": {
    select: RETURNED,
    subject: "returned.id",
    since: happenedSince("returned.received_at"),
  },
}

/** Nothing older than the suite in this store is a fact. */
const NOT_HISTORY = `truth.occurred_at >= (select installed_at from fact_installation)`

export const factId = (name: FactName, subjectId: string) =>
  `${name}:${subjectId}`

export type Claim = {
  name: FactName
  subject_id: string
  /** Seen to have become an order, as a draft. */
  converted?: boolean
}

/** Records the fact if it is true now and not recorded yet; returns it then. */
export function recordSql({ name, subject_id, converted }: Claim) {
  const { select, subject } = TRUTHS[name]
  const sql = `
    insert into fact (id, name, subject_id, order_id, occurred_at)
    select ?, ?, truth.subject_id, truth.order_id, truth.occurred_at
    from (${converted ? CONVERTED : select} and ${subject} = ?) truth
    where ${NOT_HISTORY}
    on conflict do nothing
    returning order_id, occurred_at`
  return { sql, values: [factId(name, subject_id), name, subject_id] }
}

/** What is true since a moment, but neither recorded nor about to be checked. */
export function missedSql(name: FactName, moment: Date, limit: number) {
  const { select, since } = TRUTHS[name]
  const { condition, value } = since(moment)
  const sql = `
    select truth.subject_id
    from (${select} and ${condition}) truth
    where ${NOT_HISTORY}
      and not exists (
        select from fact where fact.name = ? and fact.subject_id = truth.subject_id)
      and not exists (
        select from graphile_worker.jobs
        where jobs.key = 'fact:' || ? || ':' || truth.subject_id
          and jobs.attempts < jobs.max_attempts)
    limit ?`
  return { sql, values: [value, name, name, limit] }
}
