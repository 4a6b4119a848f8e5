import { cpSync } from "node:fs"
import path from "node:path"
import { explainPages } from "./testimonials/explain.mjs"
import { fillTestimonials } from "./testimonials/rows.mjs"
import { EMPTY_PATH, listVariants } from "./testimonials/variants.mjs"
import { atLeast, atMost } from "./lib/goals.mjs"
import { alternate, warmUp } from "./lib/load.mjs"
import { startServer } from "./lib/server.mjs"
import { countStatements } from "./lib/statements.mjs"
import { compare } from "./lib/statistics.mjs"
import { log, step } from "../scripts/lib/progress.mjs"

const DATABASE = "suite_bench"
const FEW = 1_000
const MANY = 100_000
/** An index's worth for a deep page or a rare filter, never the table's. */
const MOST_READ = 2_500
const ROUTES = path.join(import.meta.dirname, "testimonials/api")

/**
 * The built app with a route beside ours that does nothing, and a database that holds ever more testimonials.
 * @param {import("./lib/bench.mjs").Bench} bench
 */
async function prepare(bench) {
  await bench.prepareStore()
  const { app } = bench.store
  cpSync(ROUTES, path.join(app, "src/api"), { recursive: true })
  const databaseUrl = await bench.createDatabase(DATABASE)
  const variants = await listVariants(databaseUrl)
  const plans = {}
  for (const rows of [FEW, MANY]) {
    await step(`Writing testimonials up to ${rows}`, () =>
      fillTestimonials(databaseUrl, rows)
    )
    plans[rows] = await explainPages(app, databaseUrl, variants)
  }
  return { databaseUrl, variants, plans }
}

/**
 * @param {import("./lib/bench.mjs").Bench} bench
 * @param {import("./lib/server.mjs").Server} server
 * @param {import("./testimonials/variants.mjs").Variant} variant
 * @param {number} number of the round
 */
async function measureVariant(bench, server, { name, path, paths }, number) {
  const { headers } = bench.store
  const a = { server, path, paths, headers }
  const b = { server, path: EMPTY_PATH, headers }
  const isSwapped = number % 2 === 1
  const load = await alternate({ a, b, isSwapped, options: bench.options })
  const statements = {
    list: await countStatements(bench, DATABASE, a),
    empty: await countStatements(bench, DATABASE, b),
  }
  return { name, list: load.a, empty: load.b, statements }
}

/**
 * One process after another, since two of the same program can differ by some percent for as long as they live.
 * @param {import("./lib/bench.mjs").Bench} bench
 * @param {Awaited<ReturnType<typeof prepare>>} prepared
 */
async function measureRounds(bench, { databaseUrl, variants }) {
  const folder = bench.store.app
  const rounds = []
  for (let number = 0; number < bench.options.rounds; number++) {
    const app = { name: "testimonials", folder, databaseUrl }
    const server = await startServer(bench, app)
    const { headers } = bench.store
    const both = [variants[0].path, EMPTY_PATH]
    const targets = both.map((path) => ({ server, path, headers }))
    await warmUp(targets, bench.options)
    const measured = []
    for (const variant of variants.filter(({ isLoaded }) => isLoaded)) {
      measured.push(await measureVariant(bench, server, variant, number))
    }
    await server.stop()
    rounds.push(measured)
    log(`Round ${number + 1} of ${bench.options.rounds} is done`)
  }
  return rounds
}

/** @param {import("./testimonials/variants.mjs").Variant} variant @param {{ list: object, empty: object, statements: object }[]} rounds */
function summarize({ name, hasGoal }, rounds) {
  return {
    name,
    hasGoal,
    rps: compare(rounds, "list", "empty", (each, side) => each[side].rps),
    cpuMsPerRequest: compare(
      rounds,
      "list",
      "empty",
      (each, side) => each[side].cpuMs
    ),
    statementsPerRequest: {
      list: Math.max(...rounds.map(({ statements }) => statements.list)),
      empty: Math.min(...rounds.map(({ statements }) => statements.empty)),
    },
  }
}

/** @param {ReturnType<typeof summarize>} summary */
const loadRow = ({ name, rps, cpuMsPerRequest, statementsPerRequest }) => ({
  request: name,
  rps: rps.list,
  "rps empty": rps.empty,
  ratio: rps.ratio,
  "CPU ms": cpuMsPerRequest.list,
  "CPU ms empty": cpuMsPerRequest.empty,
  "CPU ratio": cpuMsPerRequest.ratio,
  SQL: statementsPerRequest.list,
  "SQL empty": statementsPerRequest.empty,
})

/** @param {Record<number, Awaited<ReturnType<typeof explainPages>>>} plans */
const planRows = (plans) =>
  plans[MANY].map(({ name, milliseconds, rowsRead, reads }, at) => ({
    request: name,
    [`ms at ${FEW}`]: plans[FEW][at].milliseconds,
    [`ms at ${MANY}`]: milliseconds,
    "rows read": rowsRead,
    read: reads.map((read) => read.replace("IDX_testimonial_", "")).join(", "),
  }))

/** @param {ReturnType<typeof summarize>[]} summaries @param {Awaited<ReturnType<typeof explainPages>>} plans */
const goalsOf = (summaries, plans) => [
  ...summaries
    .filter(({ hasGoal }) => hasGoal)
    .flatMap(({ name, rps, statementsPerRequest: { list, empty } }) => [
      atLeast(`${name}: requests per second, list/empty`, rps.ratio, 0.95),
      atMost(`${name}: SQL statements of its own`, list - empty, 1),
    ]),
  ...plans.map(({ name, rowsRead }) =>
    atMost(`${name}: rows read of ${MANY}`, rowsRead, MOST_READ)
  ),
]

/**
 * The public list with 100,000 rows against a route of the same process that answers `{}`.
 * @param {import("./lib/bench.mjs").Bench} bench
 * @returns {Promise<import("./lib/report.mjs").Measured>}
 */
export default async function measureTestimonials(bench) {
  const prepared = await prepare(bench)
  const rounds = await measureRounds(bench, prepared)
  const { variants, plans } = prepared
  const summaries = variants
    .filter(({ isLoaded }) => isLoaded)
    .map((variant, at) =>
      summarize(
        variant,
        rounds.map((each) => each[at])
      )
    )
  return {
    tables: [
      {
        title: `/store/testimonials with ${MANY} rows against an empty route`,
        rows: summaries.map(loadRow),
      },
      { title: "Time of its statement", rows: planRows(plans) },
    ],
    medians: { requests: summaries, plans },
    goals: goalsOf(summaries, plans[MANY]),
  }
}
