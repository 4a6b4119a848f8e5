import { Pool } from "@medusajs/framework/pg"
import { configManager } from "@medusajs/framework/config"
import {
  ContainerRegistrationKeys,
  ModulesSdkUtils,
} from "@medusajs/framework/utils"
import {
  type Database,
  emptyDatabase,
} from "../../../../integration-tests/helpers/database"
import { Migration20261122140210 } from "../migrations/Migration20261122140210"
import TwoFactorModuleService from "../service"

const IDENTITY = "authid_1"

let database: Database
let pool: Pool
let connection: ReturnType<typeof ModulesSdkUtils.createPgConnection>
let service: TwoFactorModuleService

const sql = async <Row>(text: string, values: unknown[] = []) =>
  (await pool.query(text, values)).rows as Row[]

beforeAll(async () => {
  configManager.loadConfig({
    projectConfig: { projectConfig: { http: { jwtSecret: "of a spec" } } },
    baseDir: __dirname,
  } as never)
  database = await emptyDatabase()
  pool = new Pool({ connectionString: database.url, max: 4 })
  const migration = new Migration20261122140210(null as never, null as never)
  await migration.up()
  await sql(migration.getQueries().join("\n"))
  connection = ModulesSdkUtils.createPgConnection({ clientUrl: database.url })
  service = new TwoFactorModuleService({
    [ContainerRegistrationKeys.PG_CONNECTION]: connection,
  })
}, 60_000)

afterAll(async () => {
  await connection?.destroy()
  await pool?.end()
  await database?.drop()
})

let last = 100_000
const use = (more: object = {}) => ({
  ...{ auth_identity_id: IDENTITY, method: "totp" },
  ...{ code: String((last += 1)), session_key: "one", ...more },
})

describe("the ledger", () => {
  it("gives a code to one of fifty who want it at once, however they write it", async () => {
    const code = `abcd-${(last += 1)}`
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, time) =>
        service.claimCode(
          use({ code: time % 2 ? code : ` ${code.toUpperCase()} ` })
        )
      )
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  it("gives back what was wrong, and keeps what was right", async () => {
    const [wrong, right] = [use(), use()]
    for (const code of [wrong, right]) {
      expect(await service.claimCode(code)).toBe(true)
    }
    await service.releaseCode(wrong)
    await service.acceptCode(right)
    await service.releaseCode(right)
    expect(await service.claimCode(wrong)).toBe(true)
    expect(await service.claimCode(right)).toBe(false)
  })

  it("keeps apart what is another's, or of another method", async () => {
    const code = use()
    expect(await service.claimCode(code)).toBe(true)
    const others = [{ auth_identity_id: "authid_2" }, { method: "email" }]
    for (const other of others) {
      expect(await service.claimCode({ ...code, ...other })).toBe(true)
    }
  })

  it("knows what was shown in a session within ten minutes, and in no other", async () => {
    const identity = "authid_fresh"
    const code = use({ auth_identity_id: identity })
    await service.claimCode(code)
    expect(await service.isProven(identity, "one")).toBe(false)
    await service.acceptCode(code)
    expect(await service.isProven(identity, "one")).toBe(true)
    expect(await service.isProven(identity, "two")).toBe(false)
    expect(await service.isProven(IDENTITY, "two")).toBe(false)
    await sql(
      "update two_factor_used_code set accepted_at = now() - interval '601 seconds' where auth_identity_id = $1",
      [identity]
    )
    expect(await service.isProven(identity, "one")).toBe(false)
  })

  it("forgets what could not be shown again, and nothing else", async () => {
    const [old, young] = [use(), use()]
    await service.claimCode(old)
    await sql(
      "update two_factor_used_code set expires_at = now() - interval '1 second'"
    )
    await service.claimCode(young)
    await service.pruneCodes()
    const rows = await sql("select code_hash from two_factor_used_code")
    expect(rows).toHaveLength(1)
    expect(await service.claimCode(young)).toBe(false)
    expect(await service.claimCode(old)).toBe(true)
  })
})
