import type { Pool } from "@medusajs/framework/pg"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type Actor, currentActor } from "../../utils/actor-context"
import { oneLine } from "../../utils/redact"
import type {
  AttemptRecorder,
  PaymentAttempt,
  PaymentAttemptResult,
} from "../../utils/payment-attempts"
import { within } from "../../utils/within"

/** A payment waits no longer than this for its log. */
const PATIENCE_MS = 2000
const TOO_LATE = "the database did not answer in time"
const AWAY =
  "The database cannot be reached, so the payment provider was asked for nothing: try again"

type AttemptLogOptions = {
  /** Connections apart from Medusa's: a row outlives the transaction it tells of. */
  pool: () => Pick<Pool, "query">
  warn: (line: string) => void
  patienceMs?: number
}

type Attempt = PaymentAttempt & { id: string; actor: Actor; created_at: Date }

/** Calls that move money which a shopper has given already. */
const MOVES: PaymentAttempt["action"][] = ["capture", "refund", "cancel"]

/** Whether PostgreSQL is there, and says no to this one statement: a class of SQLSTATE that is not about connections. */
const isRefusal = ({ code }: { code?: string }) =>
  /^(?!08|53|57)[0-9A-Z]{5}$/.test(code ?? "") && /\d/.test(code ?? "")

/**
 * Writes each attempt of the suite's own providers down before the gateway is called, and its
 * end after. A crash in between leaves it `started`. When the log cannot be written, the
 * payment goes on and one line says so. But while the database is away no money is moved:
 * Medusa could not book it either, and nobody would know.
 *
 * @throws unexpected_state when nothing must be asked of the gateway now
 */
export function attemptLog({
  pool,
  warn,
  patienceMs = PATIENCE_MS,
}: AttemptLogOptions): AttemptRecorder {
  const tell = (error: unknown) =>
    warn(`[payment-transactions] not logged: ${(error as Error).message}`)

  /** Nothing in a script, which has no queue. */
  function connections() {
    try {
      return pool()
    } catch (error) {
      tell(error)
      return undefined
    }
  }

  /** @returns whether the database is there */
  async function write(statement: { text: string; values: unknown[] }) {
    const given = connections()
    if (!given) {
      return true
    }
    try {
      await within(patienceMs, given.query(statement), TOO_LATE)
      return true
    } catch (error) {
      tell(error)
      return isRefusal(error as { code?: string })
    }
  }

  return async (given) => {
    const attempt: Attempt = {
      ...given,
      id: given.key
        ? `paytx_${given.key}`
        : generateEntityId(undefined, "paytx"),
      actor: currentActor(),
      created_at: new Date(),
    }
    const isThere = await write(startStatement(attempt))
    if (!isThere && MOVES.includes(given.action)) {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, AWAY)
    }
    return async (result) => {
      await write(finishStatement(attempt, result))
    }
  }
}

const COLUMNS = `id, provider_id, action, outcome, gateway_payment_id, gateway_reference_id,
  payment_session_id, payment_collection_id, payment_id, capture_id, refund_id, amount, raw_amount,
  currency_code, state_before, state_after, cause, actor_type, actor_id, request_id, error, source,
  created_at, updated_at, finished_at`

/** The collection is looked up now: the session may be gone when somebody reads the row. */
const insertSql = `insert into payment_transaction (${COLUMNS})
  values ($1, $2, $3, $4, $5, $6, $7,
    coalesce((select payment_collection_id from payment_session where id = $7),
      (select payment_collection_id from payment where id = $8)),
    coalesce($8, (select id from payment where payment_session_id = $7 limit 1)),
    $9, $10, $11::numeric,
    jsonb_build_object('value', $11::text, 'precision', 20),
    $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, now(), $22)`

function valuesOf(attempt: Attempt, result?: PaymentAttemptResult) {
  const { actor } = attempt
  const isInbox = attempt.action === "webhook" || attempt.action === "dispute"
  return [
    attempt.id,
    attempt.provider_id,
    attempt.action,
    result?.outcome ?? "started",
    result?.gateway_payment_id ?? attempt.gateway_payment_id,
    result?.gateway_reference_id ?? attempt.gateway_reference_id,
    attempt.session_id,
    attempt.payment_id ?? null,
    attempt.capture_id ?? null,
    attempt.refund_id ?? null,
    attempt.amount,
    attempt.currency_code?.toLowerCase() ?? null,
    attempt.state_before,
    result?.state_after ?? null,
    actor.cause,
    actor.actor_type,
    actor.actor_id,
    actor.request_id,
    result?.error ? oneLine(result.error) : null,
    isInbox ? "webhook" : "provider",
    attempt.created_at,
    result ? new Date() : null,
  ]
}

/** It may arrive after the end, when the database was slow; the end stands then. */
const startStatement = (attempt: Attempt) => ({
  text: `${insertSql} on conflict (id) do nothing`,
  values: valuesOf(attempt),
})

/** Whole, in case the start was not written. */
const finishStatement = (attempt: Attempt, result: PaymentAttemptResult) => ({
  text: `${insertSql} on conflict (id) do update set
    outcome = excluded.outcome, state_after = excluded.state_after, error = excluded.error,
    gateway_payment_id = excluded.gateway_payment_id,
    gateway_reference_id = excluded.gateway_reference_id,
    payment_collection_id = coalesce(excluded.payment_collection_id, payment_transaction.payment_collection_id),
    payment_id = coalesce(excluded.payment_id, payment_transaction.payment_id),
    finished_at = excluded.finished_at, updated_at = now()`,
  values: valuesOf(attempt, result),
})
