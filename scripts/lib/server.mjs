import { setTimeout as sleep } from "node:timers/promises"
import { medusaCli } from "./commands.mjs"
import { Failure } from "./failure.mjs"
import { workingFolder } from "./prepare.mjs"
import { failureOf, step } from "./progress.mjs"

const EVERYWHERE = new Set(["0.0.0.0", "::"])
const READY_MILLISECONDS = 300_000

/**
 * Where this machine reaches the server, whatever address it listens on.
 * @param {import("./settings.mjs").Settings} settings
 */
export function localUrl({ host, port }) {
  const address = EVERYWHERE.has(host) ? "127.0.0.1" : host
  const name = address.includes(":") ? `[${address}]` : address
  return `http://${name}:${port}`
}

/** @param {string} url */
async function isHealthy(url) {
  try {
    const signal = AbortSignal.timeout(5000)
    return (await fetch(`${url}/health`, { signal })).ok
  } catch {
    return false
  }
}

/**
 * Starts Medusa and waits until it answers. What it says while booting is shown only if it fails.
 * @param {import("./settings.mjs").Settings} settings
 * @param {import("./child.mjs").Children} children
 * @returns {Promise<{ showLog: () => void, ended: Promise<number | null> }>}
 */
export async function serve(settings, children) {
  const { isDevelopment, host, port, root, environment } = settings
  const command = isDevelopment ? ["develop", "--no-lint"] : ["start"]
  const args = [...command, "--host", host, "--port", String(port)]
  const child = children.start(process.execPath, [medusaCli(root), ...args], {
    cwd: workingFolder(settings),
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const ended = new Promise((resolve) => child.on("exit", resolve))
  let boot = ""
  const collect = (chunk) => (boot += chunk)
  child.stdout.on("data", collect)
  child.stderr.on("data", collect)
  const showLog = () => {
    child.stdout.off("data", collect).pipe(process.stdout)
    child.stderr.off("data", collect).pipe(process.stderr)
  }
  await step("Starting Medusa", async () => {
    const outcome = await Promise.race([
      untilHealthy(localUrl(settings)),
      ended.then(() => "ended"),
    ])
    if (outcome === "ended") throw failureOf("Medusa", boot)
    if (outcome === "late") {
      throw new Failure(`${boot}\n\nMedusa does not answer`)
    }
  })
  return { showLog, ended }
}

/** @param {string} url */
async function untilHealthy(url) {
  const deadline = Date.now() + READY_MILLISECONDS
  while (Date.now() < deadline) {
    if (await isHealthy(url)) return "healthy"
    await sleep(250)
  }
  return "late"
}
