import { randomUUID } from "node:crypto"
import type { Page } from "playwright-core"
import { query } from "../helpers/database"
import { databaseUrl } from "../helpers/environment"
import { addJob } from "../helpers/jobs"
import { describeWithChromium } from "../helpers/optional"
import {
  type AdminSession,
  chooseInRow,
  gone,
  openAdmin,
  screenshot,
  seen,
} from "./admin-session"

/** A job that no instance handles, as it would stand after a failure. */
async function addDeadJob(task: string) {
  const id = await addJob(databaseUrl(), task, { token: "canary" })
  await query(
    databaseUrl(),
    "update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'The printer is on fire' where id = $1",
    [id]
  )
}

describeWithChromium("The operator's page of jobs", () => {
  let admin: AdminSession
  let page: Page

  beforeAll(async () => {
    admin = await openAdmin()
    page = await admin.newPage()
  })
  afterAll(() => admin?.close())

  const openList = async (search: string) => {
    await page.goto(`/app/jobs?q=${search}`)
    await seen(page.getByRole("heading", { name: "Jobs" }))
  }

  it("lists what is dead and why, without its payload, and runs it again", async () => {
    const task = `spec-late-${randomUUID().slice(0, 8)}`
    await addDeadJob(task)
    await page.goto("/app/orders")
    await page.getByRole("link", { name: "Jobs" }).click()
    await openList(task)

    const row = page.getByRole("row", { name: task })
    await seen(row.getByText("Dead"))
    await seen(row.getByText("The printer is on fire"))
    expect(await page.content()).not.toContain("canary")
    await screenshot(page, "jobs")

    await chooseInRow(row, "Retry")
    await seen(row.getByText("Waiting"))
  })

  it("removes a job after a question", async () => {
    const task = `spec-gone-${randomUUID().slice(0, 8)}`
    await addDeadJob(task)
    await openList(task)

    const row = page.getByRole("row", { name: task })
    await chooseInRow(row, "Remove")
    await seen(page.getByText("Remove 1 job?"))
    await screenshot(page, "jobs-remove")
    await page.getByRole("button", { name: "Remove", exact: true }).click()

    await gone(row)
    await seen(page.getByText("No such jobs"))
  })
})
