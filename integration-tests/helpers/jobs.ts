import { query } from "./database"

/** Adds a job the way a transaction of the store would. @returns its id */
export async function addJob(
  databaseUrl: string,
  task: string,
  payload: object,
  { maxAttempts = 20, runAt }: { maxAttempts?: number; runAt?: Date } = {}
): Promise<string> {
  const [job] = await query<{ id: string }>(
    databaseUrl,
    `select id::text from graphile_worker.add_job($1, payload => $2::json, max_attempts => $3, run_at => $4)`,
    [task, JSON.stringify(payload), maxAttempts, runAt ?? null]
  )
  return job?.id ?? ""
}

/** The source of a task that notes each run in the table `spec_note`, and fails or waits as its payload says. */
export const NOTING_TASK = `
const { z } = require("@medusajs/framework/zod")
exports.default = {
  name: "spec-note",
  payload: z.strictObject({
    text: z.string(),
    fails: z.boolean().default(false),
    seconds: z.number().default(0),
  }),
  run: async ({ text, fails, seconds }, { container, job }) => {
    const knex = container.resolve("__pg_connection__")
    await knex("spec_note").insert({ text, pid: process.pid, attempt: job.attempt })
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    if (fails) throw new Error("The printer is on fire\\nsecret-of-the-second-line")
    await knex("spec_note").insert({ text: text + " done", pid: process.pid, attempt: job.attempt })
  },
}
`

export const createNotes = (databaseUrl: string) =>
  query(
    databaseUrl,
    "create table spec_note (text text, pid int, attempt int, at timestamptz default now())"
  )

export type Note = { text: string; pid: number; attempt: number; at: Date }

export const notesLike = (databaseUrl: string, text: string) =>
  query<Note>(
    databaseUrl,
    "select * from spec_note where text like $1 order by at",
    [text]
  )
