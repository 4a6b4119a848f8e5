import { setTimeout as sleep } from "node:timers/promises"
import { Client, type ClientConfig } from "@medusajs/framework/pg"

/** Advisory locks belong to one database, so to one store. */
const KEY = "hashtext('commerce_suite'), hashtext('instance')"
const POLL_MS = 500
/** At a boot on a busy machine the answer may be there before anybody has time to read it. */
const CONNECT_PATIENCE_MS = 60_000

/** A host that loses power closes nothing: Postgres must notice it well within the wait of its successor. */
const NOTICE_A_DEAD_HOST =
  "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3"

/** How many instances hold the lock now. */
export const instancesSql = `select count(*)::int as count from pg_locks
  where locktype = 'advisory' and granted and objsubid = 2
    and database = (select oid from pg_database where datname = current_database())
    and classid::bigint = hashtext('commerce_suite')::bigint & 4294967295
    and objid::bigint = hashtext('instance')::bigint & 4294967295`

export type LockMode = "exclusive" | "shared"

type Events = {
  /** Called once when it has to wait. */
  onWait: () => void
  /** Called when the connection dropped, and another instance has had the lock for longer than a deploy takes. */
  onLost: () => void
}

/**
 * Says that an instance runs: a Postgres session advisory lock on a connection of its own, freed
 * by Postgres when the process dies in whatever way. Exclusive for one that must be alone, shared
 * for those that may be many; so an exclusive one never runs beside any other.
 */
export class InstanceLock {
  private client?: Client
  private isReleased = false

  constructor(
    private readonly connection: ClientConfig,
    private readonly mode: LockMode,
    private readonly waitSeconds: number,
    private readonly events: Events
  ) {}

  /** @returns whether it got the lock in time */
  async acquire(waitSeconds: number = this.waitSeconds): Promise<boolean> {
    const client = await this.connectPatiently()
    try {
      if (await this.poll(client, Date.now() + waitSeconds * 1000)) {
        this.client = client
        return true
      }
    } catch (error) {
      await end(client)
      throw error
    }
    await end(client)
    return false
  }

  async release(): Promise<void> {
    const { client } = this
    this.isReleased = true
    this.client = undefined
    await (client && end(client))
  }

  /** @throws the last error when the database stays out of reach */
  private async connectPatiently(): Promise<Client> {
    const deadline = Date.now() + CONNECT_PATIENCE_MS
    for (;;) {
      try {
        return await this.connect()
      } catch (error) {
        if (Date.now() >= deadline || this.isReleased) {
          throw error
        }
        await sleep(POLL_MS)
      }
    }
  }

  private async connect(): Promise<Client> {
    const client = new Client(this.connection)
    const onLoss = () => {
      if (this.client === client) {
        this.client = undefined
        void this.takeAgain()
      }
    }
    client.on("error", onLoss)
    client.on("end", onLoss)
    await client.connect()
    await client.query(NOTICE_A_DEAD_HOST)
    return client
  }

  private async poll(client: Client, deadline: number): Promise<boolean> {
    for (let waits = 0; !(await this.tryLock(client)); waits++) {
      if (Date.now() >= deadline || this.isReleased) {
        return false
      }
      if (waits === 0) {
        this.events.onWait()
      }
      await sleep(POLL_MS)
    }
    return true
  }

  private async tryLock(client: Client): Promise<boolean> {
    const suffix = this.mode === "shared" ? "_shared" : ""
    const { rows } = await client.query<{ taken: boolean }>(
      `select pg_try_advisory_lock${suffix}(${KEY}) as taken`
    )
    return rows[0]?.taken === true
  }

  /** Postgres went away, and the lock with it: take it back as soon as it is there. */
  private async takeAgain(): Promise<void> {
    while (!this.isReleased) {
      try {
        if (!(await this.acquire())) {
          this.events.onLost()
        }
        return
      } catch {
        await sleep(POLL_MS)
      }
    }
  }
}

const end = (client: Client) => client.end().catch(() => undefined)
