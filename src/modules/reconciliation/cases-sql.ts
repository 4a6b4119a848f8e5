import type { ReconciliationKind } from "../../types/reconciliation"

/** What is known of a case. */
export type CaseFacts = {
  kind: ReconciliationKind
  subject_id: string
  reason: string
  provider_id?: string | null
  order_id?: string | null
  cart_id?: string | null
  session_id?: string | null
  payment_id?: string | null
  gateway_payment_id?: string | null
  medusa?: unknown
  gateway?: unknown
  error?: string | null
}

const json = (value: unknown) =>
  value === undefined ? null : JSON.stringify(value)

/**
 * Writes a case down, or what is new of one that is there. One that an admin dismissed stays
 * so. Tells whether it changed its status now, which is when others are told.
 */
export function putCaseSql(
  id: string,
  { status, ...facts }: CaseFacts & { status: "open" | "repaired" },
  { now, nextCheckAt }: { now: Date; nextCheckAt: Date | null }
) {
  const closedAt = status === "repaired" ? now.toISOString() : null
  return {
    sql: `with before as (
        select id, status from reconciliation_case
        where kind = ? and subject_id = ? and deleted_at is null
      ), put as (
        insert into reconciliation_case
          (id, kind, subject_id, status, reason, provider_id, order_id, cart_id, session_id,
           payment_id, gateway_payment_id, medusa, gateway, attempts, last_error, last_seen_at,
           next_check_at, closed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, 1, ?, ?, ?, ?)
        on conflict (kind, subject_id) where deleted_at is null do update set
          status = excluded.status, reason = excluded.reason,
          provider_id = coalesce(excluded.provider_id, reconciliation_case.provider_id),
          order_id = coalesce(excluded.order_id, reconciliation_case.order_id),
          cart_id = coalesce(excluded.cart_id, reconciliation_case.cart_id),
          session_id = coalesce(excluded.session_id, reconciliation_case.session_id),
          payment_id = coalesce(excluded.payment_id, reconciliation_case.payment_id),
          gateway_payment_id = coalesce(excluded.gateway_payment_id, reconciliation_case.gateway_payment_id),
          medusa = coalesce(excluded.medusa, reconciliation_case.medusa),
          gateway = coalesce(excluded.gateway, reconciliation_case.gateway),
          attempts = reconciliation_case.attempts + 1, last_error = excluded.last_error,
          last_seen_at = excluded.last_seen_at, next_check_at = excluded.next_check_at,
          closed_at = excluded.closed_at, updated_at = now()
        where reconciliation_case.status <> 'dismissed'
        returning id, status
      )
      select put.id, put.status is distinct from before.status as is_new
      from put left join before on before.id = put.id`,
    values: [
      ...[facts.kind, facts.subject_id],
      ...[id, facts.kind, facts.subject_id, status, facts.reason],
      ...[facts.provider_id ?? null, facts.order_id ?? null],
      ...[facts.cart_id ?? null, facts.session_id ?? null],
      ...[facts.payment_id ?? null, facts.gateway_payment_id ?? null],
      ...[json(facts.medusa), json(facts.gateway), facts.error ?? null],
      ...[now.toISOString(), nextCheckAt?.toISOString() ?? null, closedAt],
    ],
  }
}

/** Open cases of a subject that is in order again, whoever set it right. */
export const closeCasesSql = (sessionId: string, now: Date) => ({
  sql: `update reconciliation_case set status = 'repaired', reason = 'In order again',
      closed_at = ?, next_check_at = null, last_seen_at = ?, updated_at = now()
    where session_id = ? and status = 'open' and deleted_at is null
      and kind not in ('stock_drift', 'account_changed', 'orphan_order')
    returning id, kind`,
  values: [now.toISOString(), now.toISOString(), sessionId],
})

/** One at a time, so that the hour's limit holds for all that come at once. */
export const SURPLUS_LOCK_SQL = `select pg_advisory_xact_lock(hashtextextended('commerce_suite:surplus', 0))`

export const surplusOfHourSql = (now: Date) => ({
  sql: `select count(*)::int as count from surplus_return where begun_at > ? and deleted_at is null`,
  values: [new Date(now.getTime() - 3_600_000).toISOString()],
})
