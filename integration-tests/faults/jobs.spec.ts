import { appWith } from "../helpers/app"
import { type Database, query, seededDatabase } from "../helpers/database"
import { addJob, createNotes, NOTING_TASK, notesLike } from "../helpers/jobs"
import { type Server, startServer } from "../helpers/server"
import { waitFor } from "../helpers/wait-for"

const TICKING_TASK = `
const { z } = require("@medusajs/framework/zod")
exports.default = {
  name: "spec-tick",
  cron: "* * * * *",
  payload: z.strictObject({}),
  run: async (_, { container }) => {
    await container.resolve("__pg_connection__")("spec_note").insert({ text: "tick", pid: process.pid })
  },
}
`

describe("the queue of two instances", () => {
  let database: Database
  let directory: string
  const servers: Server[] = []

  const start = async (name: string) => {
    const server = await startServer({
      name: `jobs-${name}`,
      databaseUrl: database.url,
      directory,
    })
    servers.push(server)
    return server
  }
  const notes = (text: string) => notesLike(database.url, text)

  beforeAll(async () => {
    directory = appWith({
      "src/tasks/spec-note.js": NOTING_TASK,
      "src/tasks/spec-tick.js": TICKING_TASK,
    })
    database = await seededDatabase()
    await createNotes(database.url)
    await start("first")
  }, 120_000)

  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await database?.drop()
  })

  it("runs the jobs of a killed instance again within 60 s", async () => {
    const [first] = servers
    await addJob(database.url, "spec-note", { text: "slow", seconds: 5 })
    await waitFor(async () => (await notes("slow")).length, {
      what: "the first attempt",
    })

    await first?.kill()
    const killedAt = Date.now()
    await start("second")
    await waitFor(async () => (await notes("slow done")).length, {
      what: "the second attempt to end",
      timeoutMs: 60_000,
    })

    expect(Date.now() - killedAt).toBeLessThan(60_000)
    expect(await notes("slow")).toHaveLength(2)
  }, 120_000)

  it("handles each of many jobs once, and each tick of the clock once", async () => {
    await start("third")
    const ticksBefore = await notes("tick")
    for (let number = 0; number < 200; number++) {
      await addJob(database.url, "spec-note", {
        text: `many ${number}`,
        seconds: 0.02,
      })
    }
    await waitFor(async () => (await notes("many % done")).length === 200, {
      what: "all jobs",
      timeoutMs: 30_000,
    })
    const runs = await query<{ runs: number }>(
      database.url,
      "select count(*)::int as runs from spec_note where text like 'many %' and text not like '%done' group by text"
    )
    expect(runs).toHaveLength(200)
    expect(runs.every(({ runs }) => runs === 1)).toBe(true)
    const workers = (await notes("many %")).map(({ pid }) => pid)
    expect(new Set(workers).size).toBe(2)
    await waitFor(
      async () => (await notes("tick")).length > ticksBefore.length,
      { what: "the next minute", timeoutMs: 65_000 }
    )
    const minutes = (await notes("tick")).map(({ at }) => at.getMinutes())
    expect(new Set(minutes).size).toBe(minutes.length)
  }, 120_000)
})
