import { createPlainApp } from "./core/plain-app.mjs"
import { atLeast, atMost } from "./lib/goals.mjs"
import { prepareStock } from "./lib/carts.mjs"
import { startServer } from "./lib/server.mjs"
import { compare, medianOf } from "./lib/statistics.mjs"
import { addIdleTask, measureBare, measureSuite } from "./spine/jobs.mjs"
import { measureOrders } from "./spine/orders.mjs"
import { measureWebhooks, WEBHOOK_SECRET } from "./spine/webhooks.mjs"
import { log } from "../scripts/lib/progress.mjs"

/** Never called: nothing is paid with it here. */
const STRIPE = {
  STRIPE_API_KEY: "sk_test_bench",
  STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
}

/**
 * The two stores: ours with Stripe, and one of plain Medusa, each on its own copy of the same seeded database.
 * @param {import("./lib/bench.mjs").Bench} bench
 */
async function createApps(bench) {
  await bench.prepareStore()
  addIdleTask(bench.store.app)
  Object.assign(bench.store.environment, STRIPE)
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
 * @param {import("./lib/bench.mjs").Bench} bench
 * @param {Awaited<ReturnType<typeof createApps>>} apps
 * @param {number} number
 */
async function measureRound(bench, apps, number) {
  const isSwapped = number % 2 === 1
  const servers = {}
  for (const side of isSwapped ? ["off", "on"] : ["on", "off"]) {
    servers[side] = await startServer(bench, apps[side])
  }
  const { headers } = bench.store
  const orders = await measureOrders(servers, headers, apps.choice, isSwapped)
  await servers.off.stop()
  const url = apps.on.databaseUrl
  const jobs = { suite: await measureSuite(url), bare: 0 }
  const webhooks = await measureWebhooks(servers.on, "stripe_stripe")
  await servers.on.stop()
  jobs.bare = await measureBare(url)
  log(`Round ${number + 1} of ${bench.options.rounds} is done`)
  return { orders, jobs, webhooks }
}

/**
 * What the durable spine costs a shopper, and how fast it works.
 * @param {import("./lib/bench.mjs").Bench} bench
 * @returns {Promise<import("./lib/report.mjs").Measured>}
 */
export default async function measureSpine(bench) {
  const apps = await createApps(bench)
  const rounds = []
  for (let number = 0; number < bench.options.rounds; number++) {
    rounds.push(await measureRound(bench, apps, number))
  }
  const orders = compare(rounds, "on", "off", (each, side) => each.orders[side])
  const jobs = compare(rounds, "suite", "bare", (each, side) => each.jobs[side])
  const ofWebhooks = (measure) =>
    medianOf(rounds, ({ webhooks }) => webhooks[measure])
  const webhooks = {
    p50: ofWebhooks("p50"),
    p99: ofWebhooks("p99"),
    perSecond: ofWebhooks("perSecond"),
  }
  return {
    tables: [
      {
        title: "Completing a cart, milliseconds (p50)",
        rows: [{ on: orders.on, off: orders.off, ratio: orders.ratio }],
      },
      {
        title: "Jobs per second, the server's worker and graphile-worker alone",
        rows: [{ suite: jobs.suite, alone: jobs.bare, ratio: jobs.ratio }],
      },
      { title: "Accepting a webhook, milliseconds", rows: [webhooks] },
    ],
    medians: { orders, jobs, webhooks },
    goals: [
      atMost("order completion p50, on/off", orders.ratio, 1.05),
      atMost("webhook accept p99, milliseconds", webhooks.p99, 1000),
      atLeast("jobs per second", jobs.suite, 100),
    ],
  }
}
