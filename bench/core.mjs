import { countCalls } from "./core/calls.mjs"
import { createPlainApp } from "./core/plain-app.mjs"
import { coreRoutes, refuseDifferent } from "./core/routes.mjs"
import {
  goalsOf,
  routeRow,
  summarizeProcesses,
  summarizeRoute,
} from "./core/summary.mjs"
import { completeCart, createReadyCart, prepareStock } from "./lib/carts.mjs"
import { alternateAll, warmUp } from "./lib/load.mjs"
import { startServer } from "./lib/server.mjs"
import { countStatements } from "./lib/statements.mjs"
import { residentMegabytes } from "./lib/usage.mjs"
import { log } from "../scripts/lib/progress.mjs"

/** @typedef {import("./lib/server.mjs").Server} Server */

/** Long enough for a full garbage collection: one comes every 5,000 requests or so, and costs as much as a hundred and more. */
const REPEATS = 3

/** Sold by either store before its reads count. */
const ORDERS = 40

/**
 * The two stores: ours, and one of plain Medusa, each on its own copy of the same seeded database.
 * @param {import("./lib/bench.mjs").Bench} bench
 */
async function createApps(bench) {
  await bench.prepareStore()
  const app = (name, folder, databaseUrl) => ({ name, folder, databaseUrl })
  const [on, off] = [
    await bench.createDatabase("suite_on"),
    await bench.createDatabase("suite_off"),
  ]
  const choice = await prepareStock(on)
  await prepareStock(off)
  return {
    choice,
    on: app("on", bench.store.app, on),
    off: app("off", createPlainApp(bench), off),
  }
}

/**
 * A process that has only ever read is compiled for these reads alone, and plain Medusa's would be one; a
 * shop's is not.
 * @param {Server} server
 * @param {Record<string, string>} headers
 * @param {import("./lib/carts.mjs").Choice} choice
 */
async function sellSome(server, headers, choice) {
  for (let sold = 0; sold < ORDERS; sold++) {
    const cart = await createReadyCart(server, headers, choice)
    await completeCart(server, headers, cart)
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
  for (const server of Object.values(servers)) {
    await sellSome(server, headers, apps.choice)
  }
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
  const ratios = routes.map(({ on, off }) =>
    [on.rps / off.rps, on.cpuMs / off.cpuMs]
      .map((ratio) => ratio.toFixed(3))
      .join("/")
  )
  log(
    `Round ${number + 1} of ${bench.options.rounds} is done; requests and CPU, on/off: ${ratios.join(", ")}`
  )
  return { routes, processes }
}

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
  const count = (app) =>
    countCalls(bench, app, (server) =>
      sellSome(server, bench.store.headers, apps.choice)
    )
  const calls = { on: await count(apps.on), off: await count(apps.off) }
  const routes = bench.routes.map(({ name }, at) =>
    summarizeRoute(
      name,
      rounds.map((each) => each.routes[at]),
      { on: calls.on[at], off: calls.off[at] }
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
