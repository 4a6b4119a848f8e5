import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { run } from "graphile-worker"
import { waitFor } from "../../scripts/lib/processes.mjs"
import { query } from "../../scripts/test/databases.mjs"

const JOBS = 4_000
const CONCURRENCY = 4
const LIMIT = 120_000

const TASK = `
const { z } = require("@medusajs/framework/zod")
exports.default = { name: "bench-nothing", payload: z.strictObject({}), run: async () => {} }
`

/** A task that does nothing, as an operator would add one. @param {string} app */
export function addIdleTask(app) {
  const folder = path.join(app, "src/tasks")
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, "bench-nothing.js"), TASK)
}

const addJobs = (url, task) =>
  query(
    url,
    `SELECT graphile_worker.add_job('${task}', '{}') FROM generate_series(1, ${JOBS})`
  )

async function untilDone(url, task) {
  const sql = `SELECT count(*)::int AS left FROM graphile_worker.jobs WHERE task_identifier = '${task}'`
  const isDone = async () => (await query(url, sql))[0].left === 0
  await waitFor(LIMIT, isDone, 50)
}

/** Adds jobs in one statement and waits for the last. @returns {Promise<number>} jobs per second */
async function measure(url, task) {
  const since = performance.now()
  await addJobs(url, task)
  await untilDone(url, task)
  return (JOBS / (performance.now() - since)) * 1000
}

/** The server's own worker. @param {string} url */
export const measureSuite = (url) => measure(url, "bench-nothing")

/** graphile-worker alone in this process, with as many jobs at a time: the limit. @param {string} url */
export async function measureBare(url) {
  const runner = await run({
    connectionString: url,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    taskList: { "bench-bare": async () => {} },
    parsedCronItems: [],
  })
  try {
    return await measure(url, "bench-bare")
  } finally {
    await runner.stop()
  }
}
