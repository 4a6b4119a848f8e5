import { seal, unseal } from "./seal"

/** A database connection or transaction that takes SQL with `?` for its values, such as a MikroORM manager. */
export type SqlExecutor = {
  execute: (sql: string, values?: unknown[]) => Promise<unknown>
}

export type JobOptions = {
  /** While a job with this key waits, adding it again replaces that one's payload and time. */
  key?: string
  /** Not before this moment. @default now */
  runAt?: Date
  /** Jobs of one queue run one after another, on any number of instances. */
  queue?: string
  /** @default 20, which with growing pauses is about 72 hours */
  maxAttempts?: number
  /** The suite's secret, where the payload holds a token or the like: it is encrypted with it. */
  sealWith?: string
}

export const MAX_ATTEMPTS = 20

/**
 * Adds a job to the queue in the transaction of its caller: it exists if and only if the
 * transaction commits.
 *
 * @param sql - the manager of the transaction that makes the fact true
 * @param task - the name of a file in `src/tasks/`
 * @param payload - what that task's schema takes; with secrets in it only together with `sealWith`
 * @example await addJob(context.transactionManager, "payment-webhooks-process", { id })
 */
export async function addJob(
  sql: SqlExecutor,
  task: string,
  payload: Record<string, unknown>,
  { key, runAt, queue, maxAttempts = MAX_ATTEMPTS, sealWith }: JobOptions = {}
): Promise<void> {
  await sql.execute(
    `select graphile_worker.add_job(
       ?, payload => ?::json, queue_name => ?, run_at => ?::timestamptz,
       max_attempts => ?, job_key => ?)`,
    [
      task,
      JSON.stringify(sealWith ? sealPayload(payload, sealWith) : payload),
      queue ?? null,
      runAt?.toISOString() ?? null,
      maxAttempts,
      key ?? null,
    ]
  )
}

/** Takes a job back that nobody has begun, by the key it was added with. */
export async function removeJob(sql: SqlExecutor, key: string): Promise<void> {
  await sql.execute("select graphile_worker.remove_job(?)", [key])
}

export type SealedPayload = { sealed: string }

const PURPOSE = "job"

function sealPayload(payload: object, secret: string): SealedPayload {
  return { sealed: seal(JSON.stringify(payload), PURPOSE, secret) }
}

/** A job's payload as it was added, sealed or not. */
export function openPayload(
  payload: Record<string, unknown>,
  secret: () => string
): unknown {
  const { sealed, ...others } = payload
  return typeof sealed === "string" && Object.keys(others).length === 0
    ? JSON.parse(unseal(sealed, PURPOSE, secret()))
    : payload
}
