import path from "node:path"
import { configManager } from "@medusajs/framework/config"
import type { Pool } from "@medusajs/framework/pg"
import type { Logger } from "@medusajs/framework/types"
import {
  makeWorkerUtils,
  runMigrations,
  type WorkerUtils,
} from "graphile-worker"
import { featureOptions, isOff } from "../../config/suite-options"
import { CORE_TABLE_OBJECTS } from "../../core-tables"
import {
  ensureCoreTableObjects,
  withSchemaLock,
} from "../../core-tables/ensure"
import type { AdminJob, AdminJobCounts } from "../../types/jobs"
import type { Task } from "../../utils/define-task"
import { isServing } from "../../utils/is-serving"
import { createPool, workerPool } from "./connection"
import { type JobFilters, countJobsSql, listJobsSql } from "./jobs-sql"
import { loadTasks } from "./load-tasks"
import { queueLogger } from "./queue-logger"
import { QueueRunner } from "./queue-runner"

const POOL_SPARE = 4
const RETRY_MS = 10_000
const PENDING_MS = 60_000

type Dependencies = { logger: Logger }
type JobRow = AdminJob & { count: number }

/**
 * The durable queue: graphile-worker in the store's own Postgres. It starts with the server,
 * not with `medusa exec` and the like, and handles jobs where Medusa's worker mode lets it.
 */
export default class JobsModuleService {
  readonly #logger: Logger
  #pool: Pool | undefined
  #runner: QueueRunner | undefined
  #tasks: Task[] = []
  #retry: NodeJS.Timeout | undefined

  constructor({ logger }: Dependencies) {
    this.#logger = logger
  }

  __hooks = {
    onApplicationStart: () => this.#start(),
    onApplicationPrepareShutdown: () => this.#stop(),
  }

  /** Connections of the suite's own, for what must neither wait for Medusa's nor be rolled back with it. */
  get pool(): Pool {
    this.#pool ??= createPool(this.#poolSize(), (error) =>
      this.#logger.warn(`[jobs] ${error.message}`)
    )
    return this.#pool
  }

  /** The tasks that are on, of the suite and of the host. */
  get tasks(): readonly Task[] {
    return this.#tasks
  }

  /**
   * A page of jobs, newest first, without their payloads.
   * @throws what the database throws when the queue was never started
   */
  async listJobs(
    filters: JobFilters
  ): Promise<{ jobs: AdminJob[]; count: number; counts: AdminJobCounts }> {
    const page = listJobsSql(filters)
    const [found, counts] = await Promise.all([
      this.pool.query<JobRow>(page.sql, page.values),
      this.pool.query<AdminJobCounts>(countJobsSql),
    ])
    const none = { waiting: 0, failing: 0, dead: 0, running: 0 }
    return {
      // A page beyond the last has the count and no job.
      jobs: found.rows.flatMap(({ count: _, ...job }) => (job.id ? [job] : [])),
      count: found.rows[0]?.count ?? 0,
      counts: counts.rows[0] ?? none,
    }
  }

  /** Lets jobs run at once with all their attempts. @returns the ids that were not running */
  async retryJobs(ids: string[], now: Date): Promise<string[]> {
    // Its own `rescheduleJobs` takes 0 attempts for "as they are", and a dead job stays dead.
    const { rows } = await this.pool.query<{ id: string }>(
      "select id::text from graphile_worker.reschedule_jobs($1::bigint[], run_at => $2, attempts => 0)",
      [ids, now]
    )
    return rows.map(({ id }) => id)
  }

  /** Deletes jobs for good. @returns the ids that were not running */
  async removeJobs(ids: string[]): Promise<string[]> {
    const removed = await this.#withUtils((utils) => utils.completeJobs(ids))
    return removed.map(({ id }) => id)
  }

  async #withUtils<Result>(
    work: (utils: WorkerUtils) => Promise<Result>
  ): Promise<Result> {
    const utils = await makeWorkerUtils({
      pgPool: workerPool(this.pool),
      logger: queueLogger(this.#logger),
    })
    try {
      return await work(utils)
    } finally {
      await utils.release()
    }
  }

  async #start(): Promise<void> {
    if (!isServing()) {
      return
    }
    const { workerMode } = configManager.config.projectConfig
    try {
      await this.#ensureSchema()
      if (workerMode !== "server" && !isOff("jobs")()) {
        await this.#startRunner()
      }
    } catch (error) {
      // The framework would swallow it. A shop sells while its queue waits for the database.
      this.#logger.error(
        `[jobs] not started, trying again: ${(error as Error).message}`
      )
      this.#again(RETRY_MS, () => this.#start())
    }
  }

  async #startRunner(): Promise<void> {
    const here = path.join(__dirname, "../../tasks")
    const hosts = path.join(configManager.baseDir, "src/tasks")
    const loaded = await loadTasks([here, hosts])
    this.#tasks = loaded.filter(({ feature }) => !feature || !isOff(feature)())
    const runner = new QueueRunner({
      pool: this.pool,
      tasks: this.#tasks,
      options: featureOptions("jobs"),
      logger: this.#logger,
    })
    this.#runner = runner
    await runner.start()
    this.#logger.info(`[jobs] ${this.#tasks.length} tasks are ready`)
  }

  /**
   * graphile-worker's own tables first: the suite's triggers call its functions. Without the queue
   * those triggers are taken away, while what needs no queue stays.
   */
  async #ensureSchema(): Promise<void> {
    const pending = await withSchemaLock(this.pool, async (client) => {
      if (!isOff("jobs")()) {
        await runMigrations({
          pgPool: workerPool(this.pool),
          logger: queueLogger(this.#logger),
        })
      }
      return ensureCoreTableObjects(client, {
        objects: CORE_TABLE_OBJECTS,
        isOff: ({ feature }) => isOff(feature)(),
      })
    })
    for (const { name, reason } of pending) {
      this.#logger.warn(`[jobs] ${name} has to wait: ${reason}`)
    }
    if (pending.length > 0) {
      this.#again(PENDING_MS, () => this.#ensureSchema())
    }
  }

  #again(milliseconds: number, work: () => Promise<void>) {
    this.#retry = setTimeout(() => {
      work().catch((error: Error) => {
        this.#logger.warn(`[jobs] ${error.message}`)
        this.#again(milliseconds, work)
      })
    }, milliseconds).unref()
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#retry)
    await this.#runner?.stop()
    await this.#pool?.end()
  }

  #poolSize(): number {
    return isOff("jobs")()
      ? POOL_SPARE
      : featureOptions("jobs").concurrency + POOL_SPARE
  }
}
