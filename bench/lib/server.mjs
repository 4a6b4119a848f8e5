import { closeSync, openSync, readFileSync } from "node:fs"
import path from "node:path"
import { medusaCli } from "../../scripts/lib/commands.mjs"
import { findFreePort } from "../../scripts/lib/ports.mjs"
import { waitFor } from "../../scripts/lib/processes.mjs"
import { failureOf } from "../../scripts/lib/progress.mjs"
import { cpuMilliseconds, residentMegabytes } from "./usage.mjs"

/**
 * A running store and what its boot cost.
 * @typedef {object} Server
 * @property {number} pid
 * @property {string} url
 * @property {{ seconds: number, cpuSeconds: number, megabytes: number }} boot
 * @property {() => Promise<void>} stop
 */

const BOOT_MILLISECONDS = 120_000
/** Memory is read once the boot's last timers and garbage are gone. */
const SETTLE_MILLISECONDS = 3_000

/** @param {string} url */
async function isHealthy(url) {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}

/**
 * `medusa start` in an app's folder, on loopback, in production mode.
 * @param {import("./bench.mjs").Bench} bench
 * @param {{ name: string, folder: string, databaseUrl: string }} app
 * @param {Record<string, string>} [environment] of its own
 * @returns {Promise<Server>}
 */
export async function startServer(
  bench,
  { name, folder, databaseUrl },
  environment
) {
  const port = await findFreePort(9300)
  const url = `http://localhost:${port}`
  const logFile = path.join(bench.logs, `${name}.log`)
  const log = openSync(logFile, "w")
  const children = bench.children(name)
  const args = ["start", "--host", "127.0.0.1", "--port", String(port)]
  const since = performance.now()
  const child = children.start(
    process.execPath,
    [medusaCli(bench.root), ...args],
    {
      cwd: folder,
      env: {
        ...bench.store.environment,
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        BACKEND_URL: url,
        ...environment,
      },
      stdio: ["ignore", log, log],
    }
  )
  closeSync(log)
  let hasEnded = false
  child.on("exit", () => (hasEnded = true))
  const isReady = async () => hasEnded || (await isHealthy(url))
  await waitFor(BOOT_MILLISECONDS, isReady, 20)
  if (hasEnded || !(await isHealthy(url))) {
    throw failureOf(`Starting ${name}`, readFileSync(logFile, "utf8"))
  }
  const seconds = (performance.now() - since) / 1000
  const cpuSeconds = cpuMilliseconds(child.pid) / 1000
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS))
  const megabytes = residentMegabytes(child.pid)
  return {
    pid: child.pid,
    url,
    boot: { seconds, cpuSeconds, megabytes },
    stop: () => children.end(),
  }
}
