import path from "node:path"
import { Children } from "./child.mjs"
import { Failure } from "./failure.mjs"
import { hashText } from "./files.mjs"
import { install } from "./install.mjs"
import { isPortFree } from "./ports.mjs"
import { startPostgres } from "./postgres.mjs"
import { build, createAdmin, migrate, seed, workingFolder } from "./prepare.mjs"
import { log, step } from "./progress.mjs"
import { Records } from "./records.mjs"
import { serve } from "./server.mjs"
import { readSettings } from "./settings.mjs"
import { simulateRazorpay } from "./simulator.mjs"
import { takeLock } from "./single-instance.mjs"
import { printSummary } from "./summary.mjs"
import { linkUploads } from "./uploads.mjs"

/**
 * What has been started so far.
 * @type {{ lock?: { release: () => void }, children?: Children, simulator?: Children, postgres?: ReturnType<typeof startPostgres> }}
 */
const running = {}
let isStopping = false

/**
 * Medusa (or the step under way) first, then what it calls: the simulator and PostgreSQL, which may still be starting.
 * @param {number} code
 */
async function stop(code) {
  if (isStopping) return
  isStopping = true
  await running.children?.end()
  await running.simulator?.end()
  const postgres = await running.postgres?.catch(() => undefined)
  await postgres?.stop()
  running.lock?.release()
  process.exit(code)
}

/** A stop that was asked for is a success: npm would print an error for any other code. */
function stopOnSignals() {
  // A closed pipe behind us must not end us before Medusa and PostgreSQL.
  process.stdout.on("error", () => {})
  process.stderr.on("error", () => {})
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (!isStopping) log("\nStopping …")
      stop(0)
    })
  }
}

/** @param {import("./settings.mjs").Settings} settings */
async function refuseTakenPort({ host, port }) {
  if (await isPortFree(port, [host])) return
  throw new Failure(
    `Port ${port} is taken by another program: end it, or choose another with PORT=${port + 1} npm start`
  )
}

/**
 * @param {import("./settings.mjs").Settings} settings
 * @returns {Promise<string>} what tells this database from others
 */
async function openDatabase({ root, store, environment }) {
  if (environment.DATABASE_URL) return hashText(environment.DATABASE_URL)
  const dataDir = path.join(store, "postgres")
  running.postgres = startPostgres({ root, dataDir, log })
  const postgres = await step("Starting PostgreSQL", () => running.postgres)
  environment.DATABASE_URL = postgres.url
  // Its port may be another one tomorrow; its password is made with the cluster.
  return hashText(new URL(postgres.url).password)
}

/** @param {import("./single-instance.mjs").Holder} holder */
function leaveTo({ kind, url }) {
  if (kind === "import") {
    throw new Failure(
      "An import into this store is running: start again when it has ended"
    )
  }
  log(`The store already runs, or is starting: ${url}`)
  process.exit(0)
}

/** @param {...Children} all */
async function endLeftovers(...all) {
  const ended = await Promise.all(all.map((children) => children.endLeftover()))
  if (ended.includes(true)) log("Ended what a killed start left behind")
}

/** @param {{ root: string, isDevelopment: boolean }} options */
async function start(options) {
  const settings = readSettings(options)
  const { store, isDevelopment, isProduction, isDemo } = settings
  const taker = /** @type {const} */ ({ kind: "store", url: settings.url })
  const lock = takeLock(path.join(store, "start.lock"), taker)
  if ("holder" in lock) return leaveTo(lock.holder)
  running.lock = lock
  const children = new Children(path.join(store, "child.json"))
  const records = new Records(path.join(store, "state.json"))
  const simulator = new Children(path.join(store, "simulator.json"))
  await endLeftovers(children, simulator)
  Object.assign(running, { children, simulator })
  await refuseTakenPort(settings)
  await install(settings, records, children)
  const [database] = await Promise.all([
    openDatabase(settings),
    simulateRazorpay(settings, simulator),
  ])

  const preparation = { settings, records, children, database }
  await migrate(preparation)
  if (!isDevelopment) await build(preparation)
  linkUploads(settings.uploads, workingFolder(settings))
  if (isDemo) await seed(preparation)
  if (!isProduction) await createAdmin(preparation)
  await refuseTakenPort(settings)
  const { showLog, ended } = await serve(settings, children)
  await printSummary(settings)
  showLog()
  const code = await ended
  throw new Failure(`Medusa ended by itself (exit code ${code})`)
}

/**
 * From a fresh clone to a running store, and back when asked to stop.
 * @param {{ root: string, isDevelopment: boolean }} options
 */
export async function startStore(options) {
  stopOnSignals()
  try {
    await start(options)
  } catch (error) {
    // The command that was ended by our own stop did not fail.
    if (isStopping) return
    process.stderr.write(
      `${error instanceof Failure ? error.message : error.stack}\n`
    )
    await stop(1)
  }
}
