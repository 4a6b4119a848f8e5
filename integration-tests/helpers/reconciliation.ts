import { randomUUID } from "node:crypto"
import type { AdminReconciliationCase } from "../../src/types/reconciliation"
import { query } from "./database"

/** An open case, as the reconciler lists one. @returns its id */
export async function listedCase(
  databaseUrl: string,
  {
    kind = "different_sums",
    status = "open",
    session_id = null,
    provider_id = "pp_system_default",
  }: Partial<AdminReconciliationCase> = {}
): Promise<string> {
  const id = `recase_${randomUUID().replaceAll("-", "")}`
  await query(
    databaseUrl,
    `insert into reconciliation_case
       (id, kind, subject_id, status, reason, provider_id, session_id, medusa, gateway, last_seen_at)
     values ($1, $2, $3, $4, 'Less was captured at the gateway than in Medusa', $5, $6,
       '{"payment": {"amount": 10}}', '{"paid": {"amount": "9.00"}}', now())`,
    [id, kind, `pay_${randomUUID()}`, status, provider_id, session_id]
  )
  return id
}

/** Lets the reconciler run now instead of at the next minute. */
export const reconcileNow = (databaseUrl: string) =>
  query(
    databaseUrl,
    `select graphile_worker.add_job('reconciliation-run', queue_name => 'cron:reconciliation-run', max_attempts => 1)`
  )
