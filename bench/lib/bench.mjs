import { loadavg } from "node:os"
import path from "node:path"
import { prepareEnvironment } from "../../scripts/test/environment.mjs"
import { databaseUrl, query } from "../../scripts/test/databases.mjs"
import { Run } from "../../scripts/test/run.mjs"
import { startPostgres } from "../../scripts/lib/postgres.mjs"
import { log } from "../../scripts/lib/progress.mjs"

/** One run of a benchmark: the folder, database and built app of `npm test`, with its own logs. */
export class Bench extends Run {
  /** @param {string} root @param {import("./options.mjs").Options} options */
  constructor(root, options) {
    super(root, ".medusa/bench-logs")
    this.options = options
    this.startedAt = new Date()
    this.loadBefore = loadavg()
  }

  /**
   * Brings up a throwaway PostgreSQL that counts statements, the built app, and a seeded database to copy.
   */
  async prepareStore() {
    const tiers = [{ name: "bench", needs: "store" }]
    const env = await prepareEnvironment(this, tiers, [])
    this.store = {
      app: env.TEST_APP,
      environment: JSON.parse(env.TEST_STORE_ENVIRONMENT),
      template: env.TEST_TEMPLATE_DATABASE,
      admin: { email: env.TEST_ADMIN_EMAIL, password: env.TEST_ADMIN_PASSWORD },
      headers: { "x-publishable-api-key": env.TEST_PUBLISHABLE_KEY },
    }
    await this.#countStatements(env.TEST_POSTGRES_URL)
    // What preparing has cost the machine shall not be seen in the figures.
    await new Promise((resolve) => setTimeout(resolve, 5_000))
  }

  /** @param {string} url the library that counts is loaded at the server's start only */
  async #countStatements(url) {
    await query(
      url,
      "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'"
    )
    const { root } = this
    const dataDir = path.join(this.folder, "postgres")
    const running = await startPostgres({ root, dataDir, log })
    await running.stop()
    const { port } = running
    const postgres = await startPostgres({ root, dataDir, port, log })
    this.postgresUrl = databaseUrl(postgres.url, "postgres")
    await query(this.postgresUrl, "CREATE EXTENSION pg_stat_statements")
  }

  /**
   * A copy of the seeded database.
   * @param {string} name
   * @returns {Promise<string>} its url
   */
  async createDatabase(name) {
    const sql = `CREATE DATABASE ${name} TEMPLATE ${this.store.template}`
    await query(this.postgresUrl, sql)
    const url = databaseUrl(this.postgresUrl, name)
    await query(url, "ANALYZE")
    return url
  }
}
