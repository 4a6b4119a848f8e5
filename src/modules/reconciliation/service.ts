import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context, InferTypeOf } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type {
  AdminReconciliationPause,
  ReconciliationStatus,
} from "../../types/reconciliation"
import {
  type DeadCheckout,
  deadCheckoutsSql,
  dueCasesSql,
  INSTALLED_SQL,
  type Page,
  stockCursorSql,
  type StockDrift,
  stockDriftSql,
  suspectSessionsSql,
  type SuspectWindows,
  UNENDED,
  type Window,
} from "./candidates-sql"
import {
  type CaseFacts,
  closeCasesSql,
  putCaseSql,
  SURPLUS_LOCK_SQL,
  surplusOfHourSql,
} from "./cases-sql"
import ReconciliationAccount from "./models/reconciliation-account"
import ReconciliationCase from "./models/reconciliation-case"
import ReconciliationRun from "./models/reconciliation-run"
import SurplusReturn from "./models/surplus-return"

type SqlContext = Context<SqlEntityManager>
type Statement = { sql: string; values?: unknown[] }

export type ReconciliationCaseRow = InferTypeOf<typeof ReconciliationCase>
export type ReconciliationRunRow = InferTypeOf<typeof ReconciliationRun>
export type SurplusReturnRow = InferTypeOf<typeof SurplusReturn>

export type Surplus = {
  provider_id: string
  session_id: string | null
  gateway_payment_id: string
  /** In major units. */
  amount: string
  currency_code: string
  reason: string
}

/** How far the reconciler has come; see the model. */
export type RunProgress = {
  asked_until: Date
  pass_began_at: Date
  session_cursor: string
  stock_cursor: string
  ended_at: Date
}

const RUN_ID = "rerun"
const STOCK_PAGE = 500

/** Finds what may be wrong, and keeps what was found and done. */
export default class ReconciliationModuleService extends MedusaService({
  ReconciliationCase,
  ReconciliationAccount,
  ReconciliationRun,
  SurplusReturn,
}) {
  /** Nothing older than this is touched. Null before the first start of the suite. */
  @InjectManager()
  async installedAt(
    @MedusaContext() context: SqlContext = {}
  ): Promise<Date | null> {
    const [row] = await rows<{ installed_at: Date | string }>(context, {
      sql: INSTALLED_SQL,
    })
    return row ? new Date(row.installed_at) : null
  }

  @InjectManager()
  async findDeadCheckouts(
    window: Window,
    limit: number,
    @MedusaContext() context: SqlContext = {}
  ): Promise<DeadCheckout[]> {
    return rows(context, deadCheckoutsSql(window, limit))
  }

  /** Notes that a dead checkout needs no more looks: Medusa clears it away with its own failed ones. */
  @InjectManager()
  async closeDeadCheckout(
    id: string,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await rows(context, {
      sql: `update workflow_execution set state = 'failed', updated_at = now()
        where id = ? and ${UNENDED} returning id`,
      values: [id],
    })
  }

  /** Ids of payment sessions that are worth a look, a page of them. */
  @InjectManager()
  async findSuspectSessions(
    windows: SuspectWindows,
    page: Page,
    @MedusaContext() context: SqlContext = {}
  ): Promise<string[]> {
    const found = await rows<{ id: string }>(
      context,
      suspectSessionsSql(windows, page)
    )
    return found.map(({ id }) => id)
  }

  /** Sessions of open cases whose time has come. */
  @InjectManager()
  async findDueSessions(
    now: Date,
    limit: number,
    @MedusaContext() context: SqlContext = {}
  ): Promise<string[]> {
    const due = await rows<{ id: string }>(context, dueCasesSql(now, limit))
    return due.map(({ id }) => id)
  }

  /** Stock levels that drifted: those with a young reservation, and of all others a page per call. */
  @InjectManager()
  async findStockDrift(
    recent: Window,
    cursor: string,
    @MedusaContext() context: SqlContext = {}
  ): Promise<{ drifted: StockDrift[]; cursor: string }> {
    const drifted = await rows<StockDrift>(
      context,
      stockDriftSql(recent, { after: cursor, size: STOCK_PAGE })
    )
    const [next] = await rows<{ cursor: string | null }>(
      context,
      stockCursorSql(cursor, STOCK_PAGE)
    )
    return { drifted, cursor: next?.cursor ?? "" }
  }

  /**
   * Writes a case down or brings it up to date; what an admin dismissed stays dismissed.
   * @returns its id and whether it is news; nothing for one that was dismissed
   */
  @InjectTransactionManager()
  async putCase(
    facts: CaseFacts & { status: "open" | "repaired" },
    times: { now: Date; nextCheckAt: Date | null },
    @MedusaContext() context: SqlContext = {}
  ): Promise<{ id: string; is_new: boolean } | undefined> {
    const id = generateEntityId(undefined, "recase")
    const [put] = await rows<{ id: string; is_new: boolean }>(
      context,
      putCaseSql(id, facts, times)
    )
    return put
  }

  /** Closes the open cases of a session that is in order again. */
  @InjectManager()
  async closeCases(
    sessionId: string,
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<{ id: string; kind: string }[]> {
    return rows(context, closeCasesSql(sessionId, now))
  }

  /**
   * Claims the return of a surplus, which the hour's limit may forbid. One that was claimed
   * before is handed out again: it may have died on its way.
   *
   * @returns nothing when the limit is reached
   */
  @InjectTransactionManager()
  async beginSurplusReturn(
    surplus: Surplus,
    { now, perHour }: { now: Date; perHour: number },
    @MedusaContext() context: SqlContext = {}
  ): Promise<SurplusReturnRow | undefined> {
    const { provider_id, gateway_payment_id } = surplus
    await rows(context, { sql: SURPLUS_LOCK_SQL })
    const [known] = await this.listSurplusReturns(
      { provider_id, gateway_payment_id },
      { take: 1 },
      context
    )
    if (known) {
      return known
    }
    const [hour] = await rows<{ count: number }>(context, surplusOfHourSql(now))
    return (hour?.count ?? 0) >= perHour
      ? undefined
      : this.createSurplusReturns(
          // Its type knows numbers only; the column keeps every digit.
          { ...surplus, begun_at: now } as unknown as { amount: number },
          context
        )
  }

  async lastRun(): Promise<ReconciliationRunRow | undefined> {
    const [run] = await this.listReconciliationRuns({ id: RUN_ID }, { take: 1 })
    return run
  }

  async endRun(progress: RunProgress): Promise<void> {
    const run = { id: RUN_ID, ...progress }
    const known = await this.lastRun()
    await (known
      ? this.updateReconciliationRuns(run)
      : this.createReconciliationRuns(run))
  }

  @InjectManager()
  async countCases(
    @MedusaContext() context: SqlContext = {}
  ): Promise<Record<ReconciliationStatus, number>> {
    const counted = await rows<{ status: ReconciliationStatus; count: number }>(
      context,
      {
        sql: `select status, count(*)::int as count from reconciliation_case
          where deleted_at is null group by status`,
      }
    )
    const none = { open: 0, repaired: 0, dismissed: 0 }
    return counted.reduce(
      (counts, { status, count }) => ({ ...counts, [status]: count }),
      none
    )
  }

  async listPauses(): Promise<AdminReconciliationPause[]> {
    const paused = await this.listReconciliationAccounts({
      paused_reason: { $ne: null },
    })
    return paused.map(({ provider_id, paused_reason, paused_since }) => ({
      provider_id,
      reason: paused_reason as AdminReconciliationPause["reason"],
      since: new Date(paused_since ?? 0).toISOString(),
    }))
  }
}

/** The decorators have put a manager into the context of every caller. */
async function rows<Row extends object>(
  context: SqlContext,
  { sql, values = [] }: Statement
): Promise<Row[]> {
  const manager = (context.transactionManager ??
    context.manager) as SqlEntityManager
  return manager.execute(sql, values)
}
