/**
 * Medusa's own tables say whether the cash of an order is open: its session waits for it, and
 * its books do not have it yet. `entry` is the suite's row, which finds them fast.
 */
export const CASH_TABLES = `cash_on_delivery_order entry
  join "order" placed on placed.id = entry.order_id and placed.deleted_at is null
  join payment_session session on session.id = entry.payment_session_id and session.deleted_at is null
  left join payment on payment.payment_session_id = session.id
    and payment.deleted_at is null and payment.canceled_at is null
  left join order_summary summary on summary.order_id = placed.id
    and summary.version = placed.version and summary.deleted_at is null`

/** A capture that the order's books lack would be forgotten money. */
export const IN_BOOKS = `(payment.captured_at is not null and exists (
  select 1 from capture join order_transaction booked
    on booked.reference = 'capture' and booked.reference_id = capture.id
    and booked.order_id = placed.id and booked.deleted_at is null
  where capture.payment_id = payment.id and capture.deleted_at is null))`

export const IS_CANCELED = `(placed.canceled_at is not null or placed.status = 'canceled')`

/** What the order owes, exact: order changes since it was placed count. */
export const OWED = `coalesce(summary.totals->'raw_pending_difference'->>'value',
  summary.totals->>'pending_difference', '0')::numeric`

/** Begun is begun: a payment without all of its books stays open, whatever they say is owed. */
export const IS_OPEN = `entry.deleted_at is null and not ${IS_CANCELED} and not ${IN_BOOKS}`

export const IS_TO_COLLECT = `entry.closed_at is null and ${IS_OPEN}
  and (payment.id is not null or (session.status = 'pending_authorization' and ${OWED} > 0))`
