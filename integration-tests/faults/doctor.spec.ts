import { type Database, seededDatabase } from "../helpers/database"
import { appFolder, storeEnvironment } from "../helpers/environment"
import { freePort } from "../helpers/ports"
import { run } from "../helpers/processes"
import { MEDUSA_CLI, spawnServer } from "../helpers/server"
import { waitFor } from "../helpers/wait-for"

const KNOWN = "supersecret-as-in-the-tutorial"

describe("the doctor", () => {
  let database: Database

  beforeAll(async () => {
    database = await seededDatabase()
  }, 60_000)

  afterAll(() => database?.drop())

  // The attack: whoever read the tutorial signs an admin's token.
  it("stops a store in production whose secret everybody knows, and names the fix", async () => {
    const server = spawnServer({
      name: "doctor-known-secret",
      databaseUrl: database.url,
      port: await freePort(),
      env: { NODE_ENV: "production", JWT_SECRET: KNOWN },
    })
    await waitFor(() => server.hasEnded(), {
      what: "the refusal",
      timeoutMs: 60_000,
    })
    const log = server.log()
    expect(log).toMatch(
      /refuses to start: default-secrets: .*jwtSecret.*Fix: set JWT_SECRET/
    )
    expect(log).not.toContain(KNOWN)
  }, 90_000)

  const examine = (env: Record<string, string> = {}) =>
    run({
      command: process.execPath,
      args: [MEDUSA_CLI, "exec", "./src/scripts/doctor.js"],
      cwd: appFolder(),
      env: { ...storeEnvironment(), DATABASE_URL: database.url, ...env },
    })

  it("prints every check with its state and its fix", async () => {
    const { code, output } = await examine()
    expect(output).toMatch(/^ok +postgres +version \d+/m)
    expect(output).toMatch(/^ok +locking-postgres +not used/m)
    expect(output).toMatch(/^WARNING +queue +.*\n +→ start the store/m)
    expect(code).toBe(0)
  }, 90_000)

  it("ends with code 1 when it would refuse, and does not refuse to tell", async () => {
    const { code, output } = await examine({
      NODE_ENV: "production",
      JWT_SECRET: KNOWN,
    })
    expect(output).toMatch(/^REFUSED +default-secrets .*\n +→ set JWT_SECRET/m)
    expect(code).toBe(1)
  }, 90_000)
})
