import { appendFileSync, existsSync, statSync } from "node:fs"
import { createServer } from "node:net"
import path from "node:path"
import { emptyDatabase, query } from "../helpers/database"
import { shellEnvironment, storeEnvironment } from "../helpers/environment"
import { freePort } from "../helpers/ports"
import { run } from "../helpers/processes"
import { waitFor } from "../helpers/wait-for"
import { type Start, StoreClone } from "./store-clone"

/** Where the search for the database's port begins. */
const DATABASE_PORT = 54329
const LONG_STEPS =
  /Installing|Migrating|migration scripts|Building|Filling|Creating/
const SHOPPER = { email: "shopper@example.com", password: "kept-over-a-crash" }
/** Runs before the program and makes it believe that it runs on an older Node. */
const OLD_NODE =
  'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.8"}})'

let clone: StoreClone
let running: Start

beforeAll(async () => {
  clone = await StoreClone.create(await freePort())
}, 60_000)

afterAll(() => clone.remove(), 60_000)

/** Another program on this port. */
async function occupy(port: number) {
  const server = createServer().listen({ port, host: "127.0.0.1" })
  // Taken by someone else already is taken too; `once` would throw for an error.
  await new Promise((resolve) => {
    server.once("listening", resolve).once("error", resolve)
  })
  return server
}

/** The word that stands behind a label. */
const printed = (label: string) =>
  running.output().match(new RegExp(`${label}[\\s=]+(\\S+)`))?.[1] ?? ""

const authenticate = (actor: string, body: object) =>
  fetch(`${clone.url}/auth/${actor}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })

const SIMULATOR = "pp_razorpay_simulator"

/** What the checkout offers to shoppers of a country. */
async function providersIn(country: string) {
  const headers = {
    "x-publishable-api-key": printed("NEXT_PUBLIC_MEDUSA_PUBLISHABLE_KEY"),
  }
  const get = async <Answer>(path: string) => {
    const response = await fetch(`${clone.url}/store/${path}`, { headers })
    return (await response.json()) as Answer
  }
  type Region = { id: string; countries: { iso_2: string }[] }
  const { regions } = await get<{ regions: Region[] }>("regions?limit=50")
  const region = regions.find(({ countries }) =>
    countries.some(({ iso_2 }) => iso_2 === country)
  )
  const { payment_providers } = await get<{
    payment_providers: { id: string }[]
  }>(`payment-providers?region_id=${region?.id}`)
  return payment_providers.map(({ id }) => id)
}

/** Where the last start said that it is. */
const simulatorAnswers = () =>
  fetch(`${printed("Razorpay")}/_simulator/ledger`).then(
    ({ ok }) => ok,
    () => false
  )

const knowsShopper = async () =>
  (await authenticate("customer/emailpass", SHOPPER)).status === 200

describe("npm start on a fresh clone", () => {
  beforeAll(async () => {
    clone.store("uploads/public/older.txt", "than the build")
    const other = await occupy(DATABASE_PORT)
    running = await clone.startAndWait()
    other.close()
  }, 400_000)

  it("ends in a store that answers, and prints what a storefront needs", async () => {
    expect(printed("NEXT_PUBLIC_MEDUSA_BACKEND_URL")).toBe(clone.url)
    const key = printed("NEXT_PUBLIC_MEDUSA_PUBLISHABLE_KEY")
    const response = await fetch(`${clone.url}/store/products?limit=1`, {
      headers: { "x-publishable-api-key": key },
    })
    expect(await response.json()).toMatchObject({ products: [{}] })
  })

  it("prints an admin login that works, and keeps secrets to their owner", async () => {
    const login = { email: printed("E-mail"), password: printed("Password") }
    expect((await authenticate("user/emailpass", login)).status).toBe(200)
    expect((await fetch(`${clone.url}/app`)).status).toBe(200)
    for (const name of ["credentials.json", "secrets.json"]) {
      expect(statSync(clone.stored(name)).mode & 0o777).toBe(0o600)
    }
  })

  it("says how long each long step took", () => {
    for (const label of [
      "Migrating the database",
      "Building store and admin",
    ]) {
      expect(running.output()).toMatch(new RegExp(`${label}: done in \\d+ s`))
    }
  })

  it("offers Razorpay's simulator to shoppers in India, and to nobody else", async () => {
    expect(await providersIn("in")).toContain(SIMULATOR)
    expect(await providersIn("us")).not.toContain(SIMULATOR)
    expect(await simulatorAnswers()).toBe(true)
  })

  it("serves uploads that are older than the build", async () => {
    const response = await fetch(`${clone.url}/static/older.txt`)
    expect(await response.text()).toBe("than the build")
  })

  it("moves the database when its port is taken", () => {
    expect(clone.postgres()?.port).toBeGreaterThan(DATABASE_PORT)
  })

  it("runs once: a second start prints the address of the first", async () => {
    const second = clone.start({ PORT: String(await freePort()) })
    expect(await second.ended).toBe(0)
    expect(second.output()).toContain(`is starting: ${clone.url}\n`)
  })
})

describe("the next start", () => {
  beforeAll(async () => {
    await authenticate("customer/emailpass/register", SHOPPER)
    expect(await knowsShopper()).toBe(true)
  })

  it("recovers when only npm and start.mjs were killed: Medusa and PostgreSQL still run", async () => {
    await clone.kill(["npm", "start"])
    expect(await clone.isAnswering()).toBe(true)
    running = await clone.startAndWait()
    expect(running.output()).toContain("Ended what a killed start left behind")
    expect(running.output()).not.toMatch(LONG_STEPS)
    expect(await knowsShopper()).toBe(true)
  }, 120_000)

  it("recovers when the whole tree was killed with its database", async () => {
    await clone.kill(["npm", "start", "medusa", "simulator", "postgres"])
    running = await clone.startAndWait()
    expect(running.output()).not.toMatch(LONG_STEPS)
    expect(await knowsShopper()).toBe(true)
  }, 120_000)

  it("finds nothing left behind after SIGTERM to npm", async () => {
    running.process.kill("SIGTERM")
    expect(await running.ended).toBe(0)
    expect(await clone.isAnswering()).toBe(false)
    expect(clone.postgres()).toBeUndefined()
    expect(await simulatorAnswers()).toBe(false)
    for (const name of ["start.lock", "child.json", "simulator.json"]) {
      expect(existsSync(clone.stored(name))).toBe(false)
    }
  }, 60_000)

  it("is refused in one line when its own port is taken", async () => {
    const other = await occupy(clone.port)
    const start = clone.start()
    expect(await start.ended).toBe(1)
    expect(start.output()).toContain(`Port ${clone.port} is taken`)
    expect(start.output()).not.toContain("Starting PostgreSQL")
    other.close()
  }, 60_000)

  it("is refused while an import runs, and so is a second import", async () => {
    const stopImport = await clone.holdLock("import")
    const start = clone.start()
    expect(await start.ended).toBe(1)
    expect(start.output()).toContain("An import into this store is running")
    expect(start.output()).not.toContain(clone.url)

    clone.store("catalogue.parquet", "PAR1")
    const second = await run({
      command: process.execPath,
      args: [
        "scripts/import-online-retail.mjs",
        clone.stored("catalogue.parquet"),
      ],
      cwd: clone.folder,
      env: shellEnvironment(),
    })
    expect(second.code).toBe(1)
    expect(second.output.trim()).toMatch(
      /^Another import into this store is running.*$/
    )
    expect(clone.postgres()).toBeUndefined()
    await stopImport()
  }, 60_000)

  it("is refused in production without secrets, naming the variable", async () => {
    const start = clone.start({
      NODE_ENV: "production",
      DATABASE_URL: "postgres://nobody@localhost:1/none",
    })
    expect(await start.ended).toBe(1)
    expect(start.output()).toContain("JWT_SECRET is required")
  }, 60_000)

  it("is refused in production with a simulator, where orders would cost nothing", async () => {
    const start = clone.start({
      ...storeEnvironment(),
      NODE_ENV: "production",
      DATABASE_URL: "postgres://nobody@localhost:1/none",
      DEMO: "true",
      RAZORPAY_SIMULATOR: "true",
    })
    expect(await start.ended).toBe(1)
    expect(start.output()).toContain("RAZORPAY_SIMULATOR is refused")
  }, 60_000)

  it("is refused by an old Node, naming the range that is needed", async () => {
    const { code, output } = await run({
      command: process.execPath,
      args: ["--import", OLD_NODE, "scripts/start.mjs"],
      cwd: clone.folder,
      env: shellEnvironment(),
    })
    expect(code).toBe(1)
    expect(output).toMatch(/^.*needs Node\.js \^20\.19\.0 .* 18\.20\.8\s*$/)
  })

  it("is ready in 20 seconds, without a long step", async () => {
    const since = Date.now()
    running = await clone.startAndWait()
    expect(Date.now() - since).toBeLessThan(20_000)
    expect(running.output()).not.toMatch(LONG_STEPS)
    running.process.kill("SIGINT")
    expect(await running.ended).toBe(0)
  }, 120_000)
})

describe("npm run dev", () => {
  it("serves the same store from the sources, and reloads when one changes", async () => {
    running = await clone.startAndWait("dev")
    expect(await knowsShopper()).toBe(true)
    const source = path.join(clone.folder, "src/config/index.ts")
    appendFileSync(source, "\n")
    const isReady = /Server is ready/g
    await waitFor(() => (running.output().match(isReady) ?? []).length > 1, {
      what: "the reload",
      timeoutMs: 60_000,
    })
    running.process.kill("SIGTERM")
    expect(await running.ended).toBe(0)
    expect(await clone.isAnswering()).toBe(false)
    expect(clone.postgres()).toBeUndefined()
  }, 180_000)
})

describe("the demo shop", () => {
  it("is left out with DEMO=false, and in production comes only with DEMO=true", async () => {
    const database = await emptyDatabase()
    const products = async (environment: Record<string, string>) => {
      running = await clone.startAndWait("start", {
        ...environment,
        DATABASE_URL: database.url,
      })
      expect(running.output()).not.toContain("a simulator")
      running.process.kill("SIGTERM")
      expect(await running.ended).toBe(0)
      const [row] = await query<{ count: number }>(
        database.url,
        "SELECT count(*)::int AS count FROM product"
      )
      return row?.count
    }
    const production = { ...storeEnvironment(), NODE_ENV: "production" }
    try {
      expect(await products({ DEMO: "false" })).toBe(0)
      expect(await products(production)).toBe(0)
      expect(await products({ ...production, DEMO: "true" })).toBe(40)
    } finally {
      await database.drop()
    }
  }, 300_000)

  it("is refused when DEMO is neither, in one line", async () => {
    const start = clone.start({ DEMO: "perhaps" })
    expect(await start.ended).toBe(1)
    expect(start.output()).toContain('DEMO must be "true" or "false"')
  }, 60_000)
})
