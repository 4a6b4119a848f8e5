import { type Database, query } from "./database"
import { type Server, startServer } from "./server"

const INDEX = "commerce_suite_one_order_per_cart"

/** Two servers on one database. */
export class Pair {
  readonly servers: Server[] = []
  constructor(
    readonly name: string,
    readonly database: Database
  ) {}

  async start(env: Record<string, string>) {
    const server = await startServer({
      name: `two-${this.name}-${this.servers.length}`,
      databaseUrl: this.database.url,
      env,
    })
    this.servers.push(server)
    return server
  }

  get urls() {
    return this.servers.map(({ url }) => url)
  }

  async hasIndex() {
    const found = await query(
      this.database.url,
      "select from pg_class where relname = $1",
      [INDEX]
    )
    return found.length > 0
  }

  async end() {
    await Promise.all(this.servers.map((server) => server.stop()))
    await this.database.drop()
  }
}

/** Races that have nothing to do with each other run side by side, so that the servers are never idle. */
const LANES = 4

export type Race = (pair: Pair, rounds: number) => Promise<unknown[]>

/** @returns the rounds that went wrong, of all lanes together */
export async function inLanes(race: Race, pair: Pair, rounds: number) {
  const lanes = Math.min(LANES, rounds)
  const violations = await Promise.all(
    Array.from({ length: lanes }, () => race(pair, Math.ceil(rounds / lanes)))
  )
  return violations.flat()
}
