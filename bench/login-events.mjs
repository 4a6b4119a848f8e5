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
const BATCHES = { count: 8, size: 4_000 }
const LOGINS = 40
const CHARTS = 60
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

/** Milliseconds that a request takes. @param {() => Promise<unknown>} request */
async function timed(request) {
  const since = performance.now()
  await request()
  return performance.now() - since
}

/**
 * Two sides asked by turns, one request at a time, who comes first by turns too: a busy moment meets both.
 * @param {number} times
 * @param {[() => Promise<unknown>, () => Promise<unknown>]} sides
 * @returns the median of each
 */
async function byTurns(times, sides) {
  const spent = [[], []]
  for (let n = 0; n < times; n++) {
    for (const side of n % 2 ? [1, 0] : [0, 1]) {
      spent[side].push(await timed(sides[side]))
    }
  }
  return spent.map(median)
}

/** The median sign-in with the feature and without it. */
async function measureLogins(bench, { on, off }) {
  const logIn = ({ url }) =>
    ask(`${url}/auth/user/emailpass`, json(bench.store.admin))
  const sides = [() => logIn(on), () => logIn(off)]
  await byTurns(LOGINS, sides)
  const rounds = []
  for (let number = 0; number < bench.options.rounds; number++) {
    const [withIt, without] = await byTurns(LOGINS, sides)
    rounds.push({ with: withIt, without })
  }
  return compare(rounds, "with", "without", (each, side) => each[side])
}

/** Reads what the admin's charts show. */
async function chartsOf(bench, { url }) {
  const { token } = await ask(
    `${url}/auth/user/emailpass`,
    json(bench.store.admin)
  )
  const headers = { authorization: `Bearer ${token}` }
  return () => ask(`${url}/admin/login-events/statistics`, { headers })
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

/** Fills a store and sums it up. */
async function fill(databaseUrl, rows) {
  await step(`Writing ${rows} login events`, () =>
    fillEvents(databaseUrl, 0, rows)
  )
  await step("Summing them up", () => sumUp(databaseUrl))
}

/** Two stores that differ in nothing but how many events they have. */
async function measureCharts(bench, { few, many }) {
  await fill(few.databaseUrl, FEW)
  await fill(many.databaseUrl, bench.options.events)
  const sides = [
    await chartsOf(bench, few.server),
    await chartsOf(bench, many.server),
  ]
  await byTurns(CHARTS / 4, sides)
  const rounds = []
  for (let number = 0; number < bench.options.rounds; number++) {
    const [fewer, more] = await byTurns(CHARTS, sides)
    rounds.push({ few: fewer, many: more })
  }
  return compare(rounds, "many", "few", (each, side) => each[side])
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
  const start = async (name, environment) => {
    const url = await bench.createDatabase(name.replaceAll("-", "_"))
    const app = { name, folder, databaseUrl: url }
    return {
      server: await startServer(bench, app, environment),
      databaseUrl: url,
    }
  }
  const on = await start("login-events")
  const off = await start("login-events-off", {
    SUITE_FEATURES_OFF: "login-events",
  })
  const logins = await measureLogins(bench, { on: on.server, off: off.server })
  await off.server.stop()
  const many = await start("login-events-many")
  const charts = await measureCharts(bench, { few: on, many })
  await many.server.stop()
  const rows = await measureRows(bench, on)
  await on.server.stop()
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
      {
        title: `Median read of the charts with ${bench.options.events} events and with ${FEW}, ms`,
        rows: [{ many: charts.many, few: charts.few, ratio: charts.ratio }],
      },
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
