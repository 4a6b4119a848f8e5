import { EventEmitter } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import type { Logger } from "@medusajs/framework/types"
import type { Pool } from "@medusajs/framework/pg"
import {
  makeWorkerUtils,
  parseCronItems,
  run,
  type Runner,
  type WorkerEvents,
} from "graphile-worker"
import type { Task } from "../../utils/define-task"
import { workerPool } from "./connection"
import type { JobsOptions } from "./options"
import { queueLogger } from "./queue-logger"
import { cronItems, taskList } from "./task-list"
import { DEAD_WORKERS_SQL, WorkerPresence } from "./worker-presence"

const SWEEP_MS = 20_000
const RESTART_MS = 3000
/** Less than the time that supervisors give a server to end. */
const STOP_LIMIT_MS = 15_000

type Dependencies = {
  pool: Pool
  tasks: Task[]
  options: JobsOptions
  logger: Logger
}

/**
 * Handles jobs until it is stopped, through every failure of the database, and frees those
 * of workers that were killed.
 */
export class QueueRunner {
  readonly #presence: WorkerPresence
  #runner: Runner | undefined
  #sweep: NodeJS.Timeout | undefined
  #isStopping = false

  constructor(private readonly deps: Dependencies) {
    this.#presence = new WorkerPresence((error) => this.#report(error))
  }

  async start(): Promise<void> {
    await this.#presence.connect()
    await this.#freeJobsOfTheDead()
    this.#runner = await this.#run()
    this.#sweep = setInterval(() => {
      this.#freeJobsOfTheDead().catch((error: Error) => this.#report(error))
    }, SWEEP_MS).unref()
  }

  /** Lets running jobs end; what takes too long is run again by another instance. */
  async stop(): Promise<void> {
    this.#isStopping = true
    clearInterval(this.#sweep)
    const limit = sleep(STOP_LIMIT_MS, undefined, { ref: false })
    await Promise.race([this.#runner?.stop(), limit])
    await this.#presence.end()
  }

  async #run(): Promise<Runner> {
    const { pool, tasks, options, logger } = this.deps
    const events = new EventEmitter() as WorkerEvents
    events.on("worker:create", ({ worker }) =>
      this.#presence.add(worker.workerId)
    )
    events.on("worker:stop", ({ worker }) =>
      this.#presence.remove(worker.workerId)
    )
    const runner = await run({
      pgPool: workerPool(pool),
      concurrency: options.concurrency,
      pollInterval: options.pollIntervalMs,
      noHandleSignals: true,
      logger: queueLogger(logger),
      events,
      taskList: taskList(tasks, logger),
      parsedCronItems: parseCronItems(cronItems(tasks)),
    })
    runner.promise.then(
      () => this.#restart(),
      (error: Error) => this.#restart(error)
    )
    return runner
  }

  /** graphile-worker gives up after some failures in a row; a shop does not. */
  async #restart(error?: Error): Promise<void> {
    while (!this.#isStopping) {
      this.#report(error ?? new Error("The queue ended by itself"))
      await sleep(RESTART_MS, undefined, { ref: false })
      try {
        if (!this.#isStopping) {
          this.#runner = await this.#run()
        }
        return
      } catch (failure) {
        error = failure as Error
      }
    }
  }

  async #freeJobsOfTheDead(): Promise<void> {
    const { pool, tasks, logger } = this.deps
    const names = tasks.map(({ name }) => name)
    const { rows } = await pool.query<{ worker: string }>(DEAD_WORKERS_SQL, [
      names,
    ])
    if (rows.length === 0) {
      return
    }
    const utils = await makeWorkerUtils({
      pgPool: workerPool(pool),
      logger: queueLogger(logger),
    })
    await utils.forceUnlockWorkers(rows.map(({ worker }) => worker))
    await utils.release()
    logger.warn(
      `[jobs] freed the jobs of ${rows.length} worker(s) that were killed`
    )
  }

  #report(error: Error) {
    this.deps.logger.warn(`[jobs] ${error.message}`)
  }
}
