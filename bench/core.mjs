import { createPlainApp } from "./core/plain-app.mjs"
import { coreRoutes, refuseDifferent } from "./core/routes.mjs"
import { atLeast, atMost } from "./lib/goals.mjs"
import { alternateAll, warmUp } from "./lib/load.mjs"
import { startServer } from "./lib/server.mjs"
import { countStatements } from "./lib/statements.mjs"
import { compare, medianOf } from "./lib/statistics.mjs"
import { residentMegabytes } from "./lib/usage.mjs"
import { log } from "../scripts/lib/progress.mjs"

/** @typedef {import("./lib/server.mjs").Server} Server */

/** Long enough for a full garbage collection: one comes every 5,000 requests or so, and costs as much as a hundred and more. */
const REPEATS = 3

/**
 * The two stores: ours, and one of plain Medusa, each on its own copy of the same seeded database.
 * @param {import("./lib/bench.mjs").Bench} bench
 */
async function createApps(bench) {
  await bench.prepareStore()
  const app = (name, folder, databaseUrl) => ({ name, folder, databaseUrl })
  return {
    on: app("on", bench.store.app, await bench.createDatabase("suite_on")),
    off: app(
      "off",
      createPlainApp(bench),
      await bench.createDatabase("suite_off")
    ),
  }
}

/**
 * Boots a fresh pair, since two processes of the same program can differ by some percent for as long as they live.
 * @param {import("./lib/bench.mjs").Bench} bench
 * @param {Awaited<ReturnType<typeof createApps>>} apps
 * @param {number} number
 */
async function measureRound(bench, apps, number) {
  const isSwapped = number % 2 === 1
  /** @type {Record<"on" | "off", Server>} */
  const servers = {}
  for (const side of isSwapped ? ["off", "on"] : ["on", "off"]) {
    servers[side] = await startServer(bench, apps[side])
  }
  const { options } = bench
  const { headers } = bench.store
  const pairs = bench.routes.map(({ path }) => ({
    a: { server: servers.on, path, headers },
    b: { server: servers.off, path, headers },
  }))
  for (const { a, b } of pairs) await refuseDifferent(a, b)
  await warmUp(
    pairs.flatMap(({ a, b }) => [a, b]),
    options
  )
  const loads = await alternateAll({
    pairs,
    isSwapped,
    repeats: REPEATS,
    options,
  })
  const routes = []
  for (const [at, { name }] of bench.routes.entries()) {
    const statements = {
      on: await countStatements(bench, "suite_on", pairs[at].a),
      off: await countStatements(bench, "suite_off", pairs[at].b),
    }
    routes.push({ name, on: loads[at].a, off: loads[at].b, statements })
  }
  const side = (server) => ({
    ...server.boot,
    loadedMegabytes: residentMegabytes(server.pid),
  })
  const processes = { on: side(servers.on), off: side(servers.off) }
  await Promise.all([servers.on.stop(), servers.off.stop()])
  log(`Round ${number + 1} of ${bench.options.rounds} is done`)
  return { routes, processes }
}

/** @param {string} name @param {{ on: object, off: object, statements: object }[]} rounds */
function summarizeRoute(name, rounds) {
  return {
    name,
    rps: compare(rounds, "on", "off", (each, side) => each[side].rps),
    cpuMsPerRequest: compare(
      rounds,
      "on",
      "off",
      (each, side) => each[side].cpuMs
    ),
    statementsPerRequest: {
      // A round may meet the queue's sweep of each minute, which is not the request's.
      on: medianOf(rounds, ({ statements }) => statements.on),
      off: medianOf(rounds, ({ statements }) => statements.off),
    },
  }
}

/** @param {{ on: object, off: object }[]} rounds */
function summarizeProcesses(rounds) {
  const measures = {
    bootSeconds: "seconds",
    bootCpuSeconds: "cpuSeconds",
    megabytesAfterBoot: "megabytes",
    megabytesAfterLoad: "loadedMegabytes",
  }
  const summaries = Object.entries(measures).map(([name, key]) => [
    name,
    compare(rounds, "on", "off", (each, side) => each[side][key]),
  ])
  return Object.fromEntries(summaries)
}

/** @param {ReturnType<typeof summarizeRoute>} route */
const goalsOf = ({ name, rps, cpuMsPerRequest, statementsPerRequest }) => [
  atLeast(`${name}: requests per second, on/off`, rps.ratio, 0.95),
  atMost(`${name}: CPU per request, on/off`, cpuMsPerRequest.ratio, 1.05),
  atMost(
    `${name}: SQL statements on, against off`,
    statementsPerRequest.on,
    statementsPerRequest.off
  ),
]

/** @param {ReturnType<typeof summarizeRoute>} route */
const routeRow = ({ name, rps, cpuMsPerRequest, statementsPerRequest }) => ({
  route: name,
  "rps on": rps.on,
  "rps off": rps.off,
  ratio: rps.ratio,
  "CPU ms on": cpuMsPerRequest.on,
  "CPU ms off": cpuMsPerRequest.off,
  "CPU ratio": cpuMsPerRequest.ratio,
  "SQL on": statementsPerRequest.on,
  "SQL off": statementsPerRequest.off,
})

/**
 * Core's store routes with the suite against without it.
 * @param {import("./lib/bench.mjs").Bench} bench
 * @returns {Promise<import("./lib/report.mjs").Measured>}
 */
export default async function measureCore(bench) {
  const apps = await createApps(bench)
  bench.routes = await coreRoutes(apps.on.databaseUrl)
  const rounds = []
  for (let number = 0; number < bench.options.rounds; number++) {
    rounds.push(await measureRound(bench, apps, number))
  }
  const routes = bench.routes.map(({ name }, at) =>
    summarizeRoute(
      name,
      rounds.map((each) => each.routes[at])
    )
  )
  const processes = summarizeProcesses(rounds.map((each) => each.processes))
  return {
    tables: [
      {
        title: "Core store routes, suite on and off",
        rows: routes.map(routeRow),
      },
      {
        title: "Boot and memory",
        rows: Object.entries(processes).map(
          ([measure, { on, off, ratio }]) => ({ measure, on, off, ratio })
        ),
      },
    ],
    medians: { routes, processes },
    goals: routes.flatMap(goalsOf),
  }
}
