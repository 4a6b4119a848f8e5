import { FEATURE_SLUGS } from "../../src/config/options"
import { cartReadyToPay, completeCart } from "../helpers/carts"
import { type Database, query, seededDatabase } from "../helpers/database"
import { appFolder, storeEnvironment } from "../helpers/environment"
import { run } from "../helpers/processes"
import { MEDUSA_CLI, type Server, startServer } from "../helpers/server"
import { waitFor } from "../helpers/wait-for"

const MINUTE = 60_000

describe("what the suite keeps on Medusa's tables", () => {
  let database: Database
  let server: Server

  const start = async (name: string, env: Record<string, string> = {}) => {
    server = await startServer({
      name: `remove-${name}`,
      databaseUrl: database.url,
      env,
    })
  }

  beforeAll(async () => {
    database = await seededDatabase()
    await start("before")
  }, 2 * MINUTE)

  afterAll(async () => {
    await server?.stop()
    await database?.drop()
  })

  const medusa = (...args: string[]) =>
    run({
      command: process.execPath,
      args: [MEDUSA_CLI, ...args],
      cwd: appFolder(),
      env: { ...storeEnvironment(), DATABASE_URL: database.url },
    })
  const removeSuite = (...words: string[]) =>
    medusa("exec", "./src/scripts/remove-suite.js", ...words)

  const rows = async (sql: string, values: unknown[] = []) =>
    (await query<{ name: string }>(database.url, sql, values)).map(
      ({ name }) => name
    )
  const objects = async () => [
    ...(await rows(
      `select tgname as name from pg_trigger where tgname like 'commerce\\_suite%' order by 1`
    )),
    ...(await rows(
      `select indexname as name from pg_indexes where indexname ilike '%commerce\\_suite%' order by 1`
    )),
  ]
  const schemas = () =>
    rows(
      `select nspname as name from pg_namespace where nspname in ('commerce_suite', 'graphile_worker')`
    )
  const buy = async () => {
    const { sdk, cart } = await cartReadyToPay({ url: server.url })
    return (await completeCart(sdk, cart.id)).id
  }
  const factsOf = (orderId: string) =>
    rows("select name from fact where order_id = $1", [orderId])

  it(
    "survives db:migrate and db:sync-links",
    async () => {
      const before = await objects()
      expect(before.length).toBeGreaterThan(10)

      for (const args of [
        ["db:migrate", "--skip-scripts", "--execute-safe-links"],
        ["db:sync-links", "--execute-safe"],
      ]) {
        expect(await medusa(...args)).toMatchObject({ code: 0 })
      }

      expect(await objects()).toEqual(before)
      const order = await buy()
      await waitFor(async () => (await factsOf(order)).length, {
        what: "the fact",
      })
    },
    3 * MINUTE
  )

  it(
    "stays while a server of the suite runs",
    async () => {
      const { code, output } = await removeSuite()
      expect(code).not.toBe(0)
      expect(output).toMatch(/worker\(s\) of the suite run: stop all servers/)
      expect(await schemas()).toHaveLength(2)
    },
    MINUTE
  )

  it(
    "goes with one script, and the store still sells",
    async () => {
      await server.stop()
      const { output } = await removeSuite()
      expect(output).toContain("removed schema commerce_suite")
      expect(output).toContain("removed schema graphile_worker")
      expect(await objects()).toEqual([])
      expect(await schemas()).toEqual([])
      // Nothing is left to remove, and that is no mistake.
      expect(await removeSuite()).toMatchObject({ code: 0 })

      await start("after", { SUITE_FEATURES_OFF: FEATURE_SLUGS.join(",") })
      const order = await buy()
      expect(await schemas()).toEqual([])
      expect(await factsOf(order)).toEqual([])
    },
    4 * MINUTE
  )
})
