import { cpSync } from "node:fs"
import path from "node:path"
import { fillEvents } from "./login-events/history.mjs"
import { atLeast, atMost } from "./lib/goals.mjs"
import { startServer } from "./lib/server.mjs"
import { compare, median } from "./lib/statistics.mjs"
import { log, step } from "../scripts/lib/progress.mjs"
import { Failure } from "../scripts/lib/failure.mjs"
import { query } from "../scripts/test/databases.mjs"

const ROUTES = path.join(import.meta.dirname, "login-events/api")
/** As the suite's buffer has it. */
const BATCHES = { count: 20, size: 1_000 }
const LOGINS = 30
const CHARTS = 200
const FEW = 100_000

/** @param {string} address @param {RequestInit} [request] */
async function ask(address, request) {
  const answer = await fetch(address, request)
  if (!answer.ok) throw new Failure(`${address}: ${answer.status}`)
  return answer.json()
}

const json = (body, headers = {}) => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
})

const COPY_TABLE = `
  create table bench_event (like login_event including all) partition by range (occurred_at);
  create table bench_event_all partition of bench_event default`

/** Rows per second of the suite's writer, and of COPY alone. */
async function measureBatches({ url }, headers) {
  const address = `${url}/store/bench-login-events`
  const { milliseconds } = await ask(address, json(BATCHES, headers))
  const perSecond = (time) => ((BATCHES.count * BATCHES.size) / time) * 1000
  return {
    suite: perSecond(milliseconds.suite),
    copy: perSecond(milliseconds.copy),
  }
}

async function measureRows(bench, { server, databaseUrl }) {
  const { headers } = bench.store
  await query(databaseUrl, COPY_TABLE)
  await measureBatches(server, headers)
  const rounds = []
  for (let number = 0; number < bench.options.rounds; number++) {
    const round = await measureBatches(server, headers)
    const [suite, copy] = [Math.round(round.suite), Math.round(round.copy)]
    log(`Round ${number + 1}: ${suite} and ${copy} rows a second`)
    rounds.push(round)
  }
  return compare(rounds, "suite", "copy", (each, side) => each[side])
}

/** Milliseconds of sign-ins, one after another. */
async function logIn({ url }, account) {
  const times = []
  for (let n = 0; n < LOGINS; n++) {
    const since = performance.now()
    await ask(`${url}/auth/user/emailpass`, json(account))
    times.push(performance.now() - since)
  }
  return times
}

/** The median sign-in with the feature and without it, by turns. */
async function measureLogins(bench, { on, off }) {
  const { admin } = bench.store
  await logIn(on, admin)
  await logIn(off, admin)
  const rounds = []
  for (let number = 0; number < bench.options.rounds; number++) {
    const sides = number % 2 ? [off, on] : [on, off]
    const [first, second] = [
      median(await logIn(sides[0], admin)),
      median(await logIn(sides[1], admin)),
    ]
    const [withIt, without] = number % 2 ? [second, first] : [first, second]
    rounds.push({ with: withIt, without })
  }
  return compare(rounds, "with", "without", (each, side) => each[side])
}

/** The median read of what the admin's charts show. */
async function measureChart({ url }, token) {
  const times = []
  for (let n = 0; n < CHARTS; n++) {
    const since = performance.now()
    await ask(`${url}/admin/login-events/statistics`, {
      headers: { authorization: `Bearer ${token}` },
    })
    times.push(performance.now() - since)
  }
  return median(times.slice(CHARTS / 4))
}

/** Adds the job that a cron adds, and waits until the sums are there. */
async function sumUp(url) {
  await query(url, "delete from login_event_mark")
  await query(
    url,
    "select graphile_worker.add_job('login-events-sum', '{}'::json)"
  )
  for (;;) {
    const left = await query(
      url,
      "select from graphile_worker.jobs where task_identifier = 'login-events-sum'"
    )
    if (left.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function measureCharts(bench, { server, databaseUrl }) {
  const { token } = await ask(
    `${server.url}/auth/user/emailpass`,
    json(bench.store.admin)
  )
  const many = bench.options.events
  const measured = {}
  let filled = 0
  for (const rows of [FEW, many]) {
    await step(`Writing login events up to ${rows}`, () =>
      fillEvents(databaseUrl, filled, rows)
    )
    filled = rows
    await step("Summing them up", () => sumUp(databaseUrl))
    measured[rows] = await measureChart(server, token)
  }
  const [few, most] = [measured[FEW], measured[many]]
  return { few, many: most, ratio: most / few }
}

/**
 * How fast events are written beside COPY, what they cost a sign-in, and what their charts cost with many of them.
 * @param {import("./lib/bench.mjs").Bench} bench
 * @returns {Promise<import("./lib/report.mjs").Measured>}
 */
export default async function measureLoginEvents(bench) {
  await bench.prepareStore()
  const folder = bench.store.app
  cpSync(ROUTES, path.join(folder, "src/api"), { recursive: true })
  const databaseUrl = await bench.createDatabase("login_events")
  const offUrl = await bench.createDatabase("login_events_off")
  const on = await startServer(bench, {
    ...{ name: "login-events", folder, databaseUrl },
  })
  const off = await startServer(
    bench,
    { name: "login-events-off", folder, databaseUrl: offUrl },
    { SUITE_FEATURES_OFF: "login-events" }
  )
  const logins = await measureLogins(bench, { on, off })
  await off.stop()
  const rows = await measureRows(bench, { server: on, databaseUrl })
  const charts = await measureCharts(bench, { server: on, databaseUrl })
  await on.stop()
  return {
    tables: [
      {
        title: "Rows per second: the writer, and COPY into the same indexes",
        rows: [{ suite: rows.suite, copy: rows.copy, ratio: rows.ratio }],
      },
      {
        title: "Median sign-in, ms",
        rows: [
          { with: logins.with, without: logins.without, ratio: logins.ratio },
        ],
      },
      { title: "Median read of the charts, ms", rows: [charts] },
    ],
    medians: { rows, logins, charts },
    goals: [
      atLeast("rows per second, writer/COPY", rows.ratio, 0.7),
      atMost("median sign-in, with/without", logins.ratio, 1.05),
      atMost(
        `charts with ${bench.options.events} events, of those with ${FEW}`,
        charts.ratio,
        1.2
      ),
    ],
  }
}
