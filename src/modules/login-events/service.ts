import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { featureOptions, isOff, suiteSecret } from "../../config/suite-options"
import type {
  AdminLoginEvent,
  AdminLoginStatistics,
  StoreLoginEvent,
} from "../../types/login-events"
import type { SqlExecutor } from "../../utils/add-job"
import { onConnection } from "../../utils/in-transaction"
import { isServing } from "../../utils/is-serving"
import {
  disownSql,
  lockSql,
  type LoginDevice,
  retrieveDeviceSql,
} from "./devices-sql"
import { copyTransaction } from "./copy-events"
import { EventBuffer } from "./event-buffer"
import {
  customerSql,
  exportSql,
  listSql,
  type LoginEventCursor,
  type LoginEventFilters,
  type LoginEventPage,
  type Statement,
  statisticsSql,
} from "./list-sql"
import type { NewLoginEvent } from "./new-event"
import {
  cutDeviceIps,
  cutNextDay,
  dropPartitions,
  forgetDevices,
  forgetWindows,
  makePartitions,
  sumNextDay,
} from "./time-sql"
import { writeEvents } from "./write-events"
import { copyEvents } from "./write-sql"

const DAY_MS = 86_400_000
const FLUSH_MS = 1_000
/** What each batch costs besides its rows is shared by more of them. */
const BATCH = 4_000
/** Some ten megabytes. */
const CAPACITY = 20_000

/** No partition for a row, and values that the table does not take. */
const NO_PARTITION = "23514"
const ALREADY_THERE = "23505"
const BAD_VALUE = /^2[23]/

/** Medusa's own connections. */
type Connection = {
  raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
}

type Dependencies = {
  logger: Logger
  [ContainerRegistrationKeys.PG_CONNECTION]: Connection
}

/** Keeps who tried to get in, when, from where and how it ended. */
export default class LoginEventsModuleService {
  readonly #logger: Logger
  readonly #connection: Connection
  readonly #buffer: EventBuffer<NewLoginEvent>
  #isClosed = false

  constructor(dependencies: Dependencies) {
    this.#logger = dependencies.logger
    this.#connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.#buffer = new EventBuffer<NewLoginEvent>({
      ...{ flushMs: FLUSH_MS, batchSize: BATCH, capacity: CAPACITY },
      write: (events) => this.writeEvents(events),
      warn: (line) => this.#warn(line),
    })
  }

  __hooks = {
    onApplicationStart: () => this.#start(),
    onApplicationPrepareShutdown: () => this.#close(),
    // What was answered in between.
    onApplicationShutdown: () => this.#buffer.flush(),
  }

  /**
   * Takes an event, which is written within a second. It never rejects: what happens to its
   * log must not keep anybody out.
   *
   * @returns something to wait for, where the option `durable` wants it written first
   */
  record(event: NewLoginEvent): Promise<void> | undefined {
    this.#buffer.add(event)
    return this.#isClosed || featureOptions("login-events").durable
      ? this.#buffer.flush()
      : undefined
  }

  /**
   * Writes events in one transaction. What the database cannot take is left out, and said so.
   * @throws what the database throws when it cannot be reached
   */
  async writeEvents(events: NewLoginEvent[], now = new Date()): Promise<void> {
    const settings = {
      options: featureOptions("login-events"),
      ...{ secret: suiteSecret(), now },
    }
    const write = () =>
      copyTransaction(this.#connection, (sql, copy) =>
        writeEvents(sql, events, settings, (rows) => copyEvents(copy, rows))
      )
    const writeAgain = () =>
      this.#transaction((sql) => writeEvents(sql, events, settings))
    try {
      await write().catch((error: { code?: string }) =>
        this.#makeRoom(events, error).then(writeAgain)
      )
    } catch (error) {
      await this.#writeApart(events, now, error as { code?: string })
    }
  }

  /** @throws the error again, when it is neither that a month is missing nor that the events were here before */
  async #makeRoom(events: NewLoginEvent[], error: { code?: string }) {
    if (error.code === ALREADY_THERE) {
      return
    }
    if (error.code !== NO_PARTITION) {
      throw error
    }
    for (const month of new Set([events[0], events.at(-1)])) {
      await this.#transaction((sql) =>
        makePartitions(sql, month?.occurred_at ?? new Date())
      )
    }
  }

  /** Finds the one event that spoils the batch, by halves. */
  async #writeApart(
    events: NewLoginEvent[],
    now: Date,
    error: { code?: string }
  ): Promise<void> {
    if (!BAD_VALUE.test(error.code ?? "")) {
      throw error
    }
    if (events.length === 1) {
      this.#warn(`an event is left out: ${error.code}`)
      return
    }
    const half = Math.ceil(events.length / 2)
    await this.writeEvents(events.slice(0, half), now)
    await this.writeEvents(events.slice(half), now)
  }

  /** A page of events with the count of all that match, up to 100,100. */
  async listLoginEvents(
    page: LoginEventPage
  ): Promise<{ login_events: AdminLoginEvent[]; count: number }> {
    return this.#one(listSql(page))
  }

  /** The same of one customer's account, newest first, with what they may see. */
  async listCustomerLoginEvents(
    customerId: string,
    page: { limit: number; offset: number }
  ): Promise<{ login_events: StoreLoginEvent[]; count: number }> {
    return this.#one(customerSql(customerId, page))
  }

  /** Up to `limit` events, newest first, after one that came before. */
  async listForExport(
    filters: LoginEventFilters,
    limit: number,
    after?: LoginEventCursor
  ): Promise<AdminLoginEvent[]> {
    return this.#rows(exportSql(filters, limit, after))
  }

  /** @param range - days as YYYY-MM-DD, both included */
  async readStatistics(range: {
    from: string
    to: string
    actor_type?: string
  }): Promise<Omit<AdminLoginStatistics, "from" | "to">> {
    return this.#one(statisticsSql(range))
  }

  async retrieveDevice(id: string): Promise<LoginDevice | undefined> {
    const [device] = await this.#rows<LoginDevice>(retrieveDeviceSql(id))
    return device
  }

  /**
   * Its owner says that a device is not theirs. Whoever signs in from it again comes from a new one.
   * @param reactionTask - the task that locks the account, added in the same transaction
   * @returns whether it was news
   */
  async disownDevice(id: string, reactionTask: string): Promise<boolean> {
    return this.#transaction((sql) => disownSql(sql, id, reactionTask))
  }

  /** Notes that the password behind a device was replaced, so that it is not replaced again. */
  async lockDevice(id: string): Promise<void> {
    await this.#rows(lockSql(id))
  }

  /** Sums up every day that has news, each in a transaction of its own. */
  async sumDays(actorTypes: string[], now: Date): Promise<void> {
    let isMore = true
    while (isMore) {
      isMore = await this.#transaction((sql) =>
        sumNextDay(sql, actorTypes, now)
      )
    }
  }

  /** Makes room for the months to come, and forgets what is old enough. */
  async pruneEvents(now: Date): Promise<void> {
    const { keepDays, keepIpDays } = featureOptions("login-events")
    const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
    await this.#transaction((sql) => makePartitions(sql, now))
    const gone = await this.#transaction((sql) =>
      dropPartitions(sql, before(keepDays))
    )
    if (gone.length > 0) {
      this.#logger.info(`[login-events] forgotten: ${gone.join(", ")}`)
    }
    let isMore = true
    while (isMore) {
      isMore = await this.#transaction((sql) =>
        cutNextDay(sql, before(keepIpDays))
      )
    }
    await this.#transaction(async (sql) => {
      await cutDeviceIps(sql, before(keepIpDays))
      await forgetDevices(sql, before(keepDays))
      await forgetWindows(sql, before(1))
    })
  }

  /** The framework would swallow an error. Without a month for them events wait, and make it themselves. */
  async #start(): Promise<void> {
    if (isOff("login-events")() || !isServing()) {
      return
    }
    try {
      await this.#transaction((sql) => makePartitions(sql, new Date()))
    } catch (error) {
      this.#warn(`no room made for events yet: ${(error as Error).message}`)
    }
  }

  async #close(): Promise<void> {
    this.#isClosed = true
    await this.#buffer.flush()
  }

  #warn(line: string) {
    this.#logger.warn(`[login-events] ${line}`)
  }

  #transaction<Result>(work: (sql: SqlExecutor) => Promise<Result>) {
    return onConnection(this.#connection, work)
  }

  async #rows<Row>({ sql, values }: Statement): Promise<Row[]> {
    return (await this.#connection.raw(sql, values)).rows as Row[]
  }

  async #one<Row>(statement: Statement): Promise<Row> {
    const [row] = await this.#rows<Row>(statement)
    return row as Row
  }
}
