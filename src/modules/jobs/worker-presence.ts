import { Client } from "@medusajs/framework/pg"
import { connectionConfig } from "./connection"

const NAMESPACE = "commerce_suite:worker"
const RECONNECT_MS = 1000

/**
 * Jobs locked by workers that do not live any more. A live one holds its advisory lock; the
 * pause lets a new worker take its own. Only the suite's tasks: a host may have a queue of its own.
 */
export const DEAD_WORKERS_SQL = `
  with locked as (
    select jobs.locked_by as worker from graphile_worker._private_jobs jobs
    join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
    where jobs.locked_at < now() - interval '10 seconds' and tasks.identifier = any($1)
    group by jobs.locked_by
  )
  select worker from locked where not exists (
    select from pg_locks
    where locktype = 'advisory' and granted and objsubid = 2
      and database = (select oid from pg_database where datname = current_database())
      and classid::bigint = hashtext('${NAMESPACE}')::bigint & 4294967295
      and objid::bigint = hashtext(worker)::bigint & 4294967295
  )`

/**
 * Shows other instances which workers of this process are alive: each holds a session advisory
 * lock on one connection, which Postgres frees by itself when the process dies.
 */
export class WorkerPresence {
  #client: Client | undefined
  #workers = new Set<string>()
  #isEnding = false

  constructor(private readonly onError: (error: Error) => void) {}

  async connect(): Promise<void> {
    const client = new Client(connectionConfig())
    client.on("error", (error) => this.#reconnect(client, error))
    await client.connect()
    this.#client = client
    for (const worker of this.#workers) {
      await this.#lock(worker)
    }
  }

  add(worker: string) {
    this.#workers.add(worker)
    this.#lock(worker).catch(this.onError)
  }

  remove(worker: string) {
    this.#workers.delete(worker)
  }

  async end(): Promise<void> {
    this.#isEnding = true
    await this.#client?.end().catch(this.onError)
  }

  async #lock(worker: string): Promise<void> {
    await this.#client?.query(
      `select pg_advisory_lock_shared(hashtext('${NAMESPACE}'), hashtext($1))`,
      [worker]
    )
  }

  #reconnect(broken: Client, error: Error) {
    if (this.#isEnding || this.#client !== broken) {
      return
    }
    this.#client = undefined
    this.onError(error)
    const again = () =>
      this.connect().catch((failure: Error) => {
        this.onError(failure)
        setTimeout(again, RECONNECT_MS).unref()
      })
    setTimeout(again, RECONNECT_MS).unref()
  }
}
