import { appWith } from "../../helpers/app"
import { adminClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import type { HttpClient } from "../../helpers/http"
import { addJob, createNotes, NOTING_TASK, notesLike } from "../../helpers/jobs"
import { type Server, startServer } from "../../helpers/server"
import { waitFor } from "../../helpers/wait-for"

type Job = { id: string; state: string; last_error: string | null }
type Jobs = { jobs: Job[]; count: number; counts: Record<string, number> }

describe("the queue", () => {
  let server: Server
  let admin: HttpClient

  beforeAll(async () => {
    const directory = appWith({ "src/tasks/spec-note.js": NOTING_TASK })
    server = await startServer({ name: "jobs", directory })
    await createNotes(server.databaseUrl)
    admin = await adminClient({ url: server.url })
  }, 120_000)

  afterAll(() => server?.stop())

  const note = (text: string, more = {}) =>
    addJob(server.databaseUrl, "spec-note", { text, ...more })
  const notes = (text: string) => notesLike(server.databaseUrl, text)
  const listed = async (query: string) =>
    (await admin.get<Jobs>(`/admin/jobs?${query}`)).body
  const jobInState = async (id: string, state: string) =>
    (await listed(`state=${state}&limit=100`)).jobs.find((job) => job.id === id)

  it("handles a host's own task once its transaction commits", async () => {
    await note("plain")

    await waitFor(async () => (await notes("plain done")).length, {
      what: "the job",
    })
    expect(await notes("plain done")).toHaveLength(1)
  })

  it("knows nothing of a job whose transaction rolled back", async () => {
    await query(
      server.databaseUrl,
      `begin; select graphile_worker.add_job('spec-note', '{"text":"rolled back"}'); rollback`
    )
    await note("after it")

    await waitFor(async () => (await notes("after it done")).length, {
      what: "the later job",
    })
    expect(await notes("rolled back")).toEqual([])
  })

  it("lists what fails, by the first line of why, and tries it again by itself", async () => {
    const id = await note("failing", { fails: true })

    const job = await waitFor(() => jobInState(id, "failing"), {
      what: "the failing job",
    })
    expect(job.last_error).toBe("The printer is on fire")
    await waitFor(async () => (await notes("failing")).length > 1, {
      what: "the second attempt",
    })
  })

  it("never shows a payload", async () => {
    const id = await note("canary-in-the-payload", { fails: true })

    await waitFor(() => jobInState(id, "failing"), { what: "the job" })
    const { body } = await admin.get("/admin/jobs?limit=100")
    expect(JSON.stringify(body)).not.toMatch(/canary|second-line|payload/)
  })

  it("counts all that match on a page beyond the last, which is empty", async () => {
    await note("counted", { fails: true })

    const { body } = await admin.get("/admin/jobs?limit=1&offset=100000")
    expect(body).toMatchObject({ jobs: [], count: expect.any(Number) })
    expect(body.count).toBeGreaterThan(0)
  })

  it("names the field of a payload that does not fit", async () => {
    const id = await addJob(server.databaseUrl, "spec-note", { texts: 1 })

    const job = await waitFor(() => jobInState(id, "failing"), {
      what: "the job",
    })
    expect(job.last_error).toMatch(/payload.*text/i)
  })

  it("lets an admin run a dead job again", async () => {
    const id = await addJob(
      server.databaseUrl,
      "spec-note",
      { text: "dead", fails: true },
      { maxAttempts: 1 }
    )
    await waitFor(() => jobInState(id, "dead"), { what: "the dead job" })

    const { status, body } = await admin.post("/admin/jobs/retry", {
      ids: [id],
    })

    expect({ status, body }).toEqual({ status: 200, body: { ids: [id] } })
    await waitFor(async () => (await notes("dead")).length === 2, {
      what: "the second run",
    })
  })

  it("lets an admin remove a job, and says nothing of one that is gone", async () => {
    const id = await addJob(
      server.databaseUrl,
      "spec-note",
      { text: "later" },
      { runAt: new Date(Date.now() + 3_600_000) }
    )

    const removed = await admin.post("/admin/jobs/remove", {
      ids: [id, "999999999"],
    })

    expect(removed.body).toEqual({ ids: [id] })
    expect(await jobInState(id, "waiting")).toBeUndefined()
  })

  it.each([
    ["state=broken", /state/],
    ["limit=1000", /limit/],
    ["colour=red", /colour/],
  ])("refuses the query %s", async (query, named) => {
    const { status, body } = await admin.get(`/admin/jobs?${query}`)
    expect(status).toBe(400)
    expect(body.message).toMatch(named)
  })

  it.each([{}, { ids: [] }, { ids: ["x"] }, { ids: [1] }, { ids: ["1", "1"] }])(
    "refuses the body %j",
    async (body) => {
      const { status, body: answer } = await admin.post(
        "/admin/jobs/retry",
        body
      )
      expect(status).toBe(400)
      expect(answer.message).toMatch(/ids/)
    }
  )
})
