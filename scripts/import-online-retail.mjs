/**
 * Loads a real catalogue of about 4,100 products into the store.
 *
 *   npm run import:online-retail -- <file.parquet> [--limit N]
 *
 * The data: Online Retail II, UCI Machine Learning Repository, CC BY 4.0
 * (https://archive.ics.uci.edu/dataset/502/online+retail+ii), one year as parquet.
 * Into the database of DATABASE_URL, or else of the store that `npm start` made. It may run again, and go on after it was killed.
 */
import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import cliProgress from "cli-progress"
import { medusaCli } from "./lib/commands.mjs"
import { Failure } from "./lib/failure.mjs"
import { startPostgres } from "./lib/postgres.mjs"
import { readEnvFile, readSettings } from "./lib/settings.mjs"
import { takeLock } from "./lib/single-instance.mjs"

const USAGE = "npm run import:online-retail -- <file.parquet> [--limit N]"
const SOURCE =
  "the data is UCI Online Retail II as parquet (https://archive.ics.uci.edu/dataset/502/online+retail+ii)"
const PARQUET_MAGIC = "PAR1"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")

function readArguments() {
  const options = { limit: { type: "string" } }
  let given
  try {
    given = parseArgs({ options, allowPositionals: true })
  } catch (error) {
    throw new Failure(`${error.message.split(".")[0]}. Usage: ${USAGE}`)
  }
  const [file, ...others] = given.positionals
  const { limit } = given.values
  if (!file || others.length > 0) {
    throw new Failure(`One file is needed: ${USAGE}; ${SOURCE}`)
  }
  if (limit !== undefined && !/^[1-9]\d*$/.test(limit)) {
    throw new Failure(`--limit must be a whole number from 1, not "${limit}"`)
  }
  return { file: path.resolve(process.env.INIT_CWD ?? ".", file), limit }
}

/** @param {string} file */
function refuseWrongFile(file) {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new Failure(`There is no file ${file}; ${SOURCE}`)
  }
  const start = Buffer.alloc(PARQUET_MAGIC.length)
  const descriptor = fs.openSync(file, "r")
  fs.readSync(descriptor, start, 0, start.length, 0)
  fs.closeSync(descriptor)
  if (start.toString("latin1") !== PARQUET_MAGIC) {
    throw new Failure(`${file} is no parquet file; ${SOURCE}`)
  }
}

/**
 * The store to import into. A PostgreSQL that `npm start` runs is used and left alone; one that we start, we stop.
 * @returns {Promise<{ environment: Record<string, string | undefined>, close: () => Promise<void> }>}
 */
async function openStore() {
  const given = { ...readEnvFile(path.join(root, ".env")), ...process.env }
  if (given.DATABASE_URL) return { environment: given, close: async () => {} }
  const store = path.join(root, ".store")
  if (!fs.existsSync(path.join(store, "postgres"))) {
    throw new Failure(
      "There is no store yet: run npm start once, or set DATABASE_URL"
    )
  }
  const { environment, url } = readSettings({ root, isDevelopment: false })
  const lock = takeLock(path.join(store, "start.lock"), { kind: "import", url })
  if ("holder" in lock && lock.holder.kind === "import") {
    throw new Failure(
      "Another import into this store is running: run this one when it has ended"
    )
  }
  const dataDir = path.join(store, "postgres")
  const postgres = await startPostgres({ root, dataDir })
  return {
    environment: { ...environment, DATABASE_URL: postgres.url },
    close: async () => {
      if ("holder" in lock) return
      await postgres.stop()
      lock.release()
    },
  }
}

/** A bar on a terminal, a plain line every two seconds elsewhere. */
function createBar() {
  const format =
    "{value} of {total} products | {rate} a second | {eta_formatted} left"
  const bar = new cliProgress.SingleBar({
    format: process.stdout.isTTY ? `{bar} ${format}` : format,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 2000,
    etaBuffer: 10,
    stream: process.stdout,
  })
  let startedAt
  return {
    show({ done, total }) {
      const seconds = (Date.now() - (startedAt ?? Date.now())) / 1000
      const rate = seconds > 0 ? (done / seconds).toFixed(0) : "…"
      if (startedAt) return bar.update(done, { rate })
      startedAt = Date.now()
      bar.start(total, done, { rate })
    },
    end: () => bar.stop(),
  }
}

/**
 * @param {{ file: string, limit?: string }} options
 * @param {Record<string, string | undefined>} environment
 */
function startImport({ file, limit }, environment) {
  const script = "./app/import/online-retail.ts"
  const args = [medusaCli(root), "exec", script, file]
  return spawn(process.execPath, limit ? [...args, limit] : args, {
    cwd: root,
    env: { ...environment, TS_NODE_TRANSPILE_ONLY: "true" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
}

/** @param {import("node:child_process").ChildProcess} child */
function follow(child) {
  return new Promise((resolve, reject) => {
    const bar = createBar()
    let output = ""
    let failure
    child.stdout.on("data", (chunk) => (output += chunk))
    child.stderr.on("data", (chunk) => (output += chunk))
    child.on("message", (message) => {
      if (message.kind === "progress") return bar.show(message)
      if (message.kind === "failure") return (failure = message.text)
      bar.end()
      console.log(message.text)
    })
    child.on("error", reject)
    child.on("close", (code, signal) => {
      bar.end()
      if (code === 0) return resolve()
      if (signal) return reject(new Failure("Stopped. Run it again to go on."))
      reject(new Failure(failure ? `${failure}; ${SOURCE}` : lastLines(output)))
    })
  })
}

/** Nothing expected: all that Medusa said last. @param {string} output */
const lastLines = (output) =>
  `${output.trim().split("\n").slice(-15).join("\n")}\n\nThe import failed: see above. Run it again to go on.`

let store
try {
  const options = readArguments()
  refuseWrongFile(options.file)
  store = await openStore()
  const child = startImport(options, store.environment)
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal))
  }
  await follow(child)
} catch (error) {
  console.error(error instanceof Failure ? error.message : error)
  process.exitCode = 1
} finally {
  await store?.close()
}
