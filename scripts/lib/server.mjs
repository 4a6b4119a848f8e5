import { medusaCli } from "./commands.mjs"
import { workingFolder } from "./prepare.mjs"
import { failureOf, step } from "./progress.mjs"
import { waitFor } from "./processes.mjs"

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
 * Keeps what a command says until it is asked for.
 * @param {import("node:child_process").ChildProcess} child
 */
function holdBack(child) {
  let said = ""
  const collect = (chunk) => (said += chunk)
  child.stdout.on("data", collect)
  child.stderr.on("data", collect)
  const passOn = () => {
    child.stdout.off("data", collect).pipe(process.stdout)
    child.stderr.off("data", collect).pipe(process.stderr)
  }
  return { said: () => said, passOn }
}

/**
 * Starts Medusa and waits until it answers. What it says while booting is shown only if it fails;
 * in development at once and without a limit, for there a mistake is mended while it runs.
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
  const boot = holdBack(child)
  if (isDevelopment) boot.passOn()
  const patience = isDevelopment ? Infinity : READY_MILLISECONDS
  await step("Starting Medusa", async () => {
    const isReady = await Promise.race([
      waitFor(patience, () => isHealthy(localUrl(settings))),
      ended.then(() => false),
    ])
    if (!isReady) throw failureOf("Starting Medusa", boot.said())
  })
  return { showLog: isDevelopment ? () => {} : boot.passOn, ended }
}
