import path from "node:path"
import { fileURLToPath } from "node:url"
import { Failure } from "./lib/failure.mjs"
import { install } from "./lib/install.mjs"
import { prepareEnvironment, projectRecords } from "./test/environment.mjs"
import { findExtras } from "./test/extras.mjs"
import { runTier } from "./test/jest.mjs"
import { Run } from "./test/run.mjs"
import { chooseTiers } from "./test/tiers.mjs"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
/** Specs sign in thousands of times, and nobody guesses at their passwords. */
const CHEAP_HASH = { PASSWORD_HASH_LOG_N: "10" }
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`

/** @param {ReturnType<typeof findExtras>} extras */
function reportMissing(extras) {
  const missing = extras.filter(({ value }) => !value)
  for (const extra of missing) console.log(`\n!!! ${extra.missing} !!!\n`)
  const demanded = missing.filter(({ isInstalledByCi }) => isInstalledByCi)
  if (demanded.length > 0 && process.env.TEST_SKIP_NOTHING) {
    const names = demanded.map(({ name }) => name).join(" and ")
    throw new Failure(`TEST_SKIP_NOTHING is set, so install ${names}`)
  }
  return missing.map(({ name }) => name)
}

/** @param {string} name @param {import("./test/jest.mjs").Count} count @param {number} since */
function describeTier(name, { passed, failed, skipped, problem }, since) {
  const counts = `${passed} ok, ${failed} not ok, ${skipped} left out`
  const reason = problem ? `: ${problem}` : ""
  return `${name.padEnd(8)} ${counts} in ${seconds(since)}${reason}`
}

/** `--full` gives the specs that have one their whole size; they read it from the environment. @param {string[]} args */
function withoutFull(args) {
  if (args.includes("--full")) process.env.TEST_FULL = "1"
  return args.filter((arg) => arg !== "--full")
}

/** @param {Run} run */
async function runTiers(run) {
  const { tiers, patterns } = chooseTiers(withoutFull(process.argv.slice(2)))
  await install({ root }, projectRecords(root), run.children("install"))
  const extras = findExtras(root)
  const missing = reportMissing(extras)
  const env = await prepareEnvironment(run, tiers, extras, CHEAP_HASH)
  const total = { passed: 0, failed: 0, skipped: 0 }
  const summary = []
  for (const tier of tiers) {
    if (run.isEnding) throw new Failure("Stopped")
    console.log(`\n═══ ${tier.name}`)
    const since = Date.now()
    const maySkipAll = missing.includes(tier.optional)
    const count = await runTier({ tier, patterns, env, run, maySkipAll })
    for (const key of Object.keys(total)) total[key] += count[key]
    summary.push(describeTier(tier.name, count, since))
  }
  console.log(`\n${summary.join("\n")}\n`)
  return total
}

const run = new Run(root)
run.stopOnSignals()
let total = { passed: 0, failed: 1, skipped: 0 }
try {
  total = await runTiers(run)
} catch (error) {
  console.error(error instanceof Failure ? error.message : error)
} finally {
  await run.end()
}
const { passed, failed, skipped } = total
const tail = skipped > 0 ? `, ${skipped} skipped` : ""
console.log(`${passed} passed, ${failed} failed${tail}`)
process.exit(failed === 0 ? 0 : 1)
