import path from "node:path"
import { createInterface } from "node:readline"
import { Failure } from "./failure.mjs"
import { findFreePort } from "./ports.mjs"
import { log } from "./progress.mjs"
import { localUrl } from "./server.mjs"

const MAIN = "integration-tests/simulators/razorpay/main.ts"
const PORT = 12112
const HOOK = "/hooks/payment/razorpay_simulator"

/** What would make it a store that takes real money, or another simulator. */
const KEYS = ["RAZORPAY_KEY_ID", "RAZORPAY_KEY_SECRET", "RAZORPAY_HOST"]
const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"])

/**
 * Whether the demo shop is paid at a simulator of Razorpay: never in production, never where
 * others can reach the store, and not beside real keys.
 * @param {{ isDemo: boolean, isProduction: boolean, url: string, given: Record<string, string> }} asked
 */
export function isSimulated({ isDemo, isProduction, url, given }) {
  const { RAZORPAY_SIMULATOR: wish } = given
  if (isProduction && wish && wish !== "false" && wish !== "0") {
    throw new Failure(
      "RAZORPAY_SIMULATOR is refused when NODE_ENV is production: orders would be paid with no money"
    )
  }
  const isLocal = URL.canParse(url) && LOCAL.has(new URL(url).hostname)
  const isWanted = wish !== "false" && wish !== "0"
  const hasKeys = KEYS.some((name) => given[name])
  return isDemo && !isProduction && isLocal && isWanted && !hasKeys
}

/** @param {Record<string, string>} environment the storefronts that may be paid from, beside this machine's */
function originsOf({ STOREFRONT_URL = "", STORE_CORS = "" }) {
  return [STOREFRONT_URL, ...STORE_CORS.split(",")]
    .map((origin) => origin.trim())
    .filter((origin) => URL.canParse(origin))
    .flatMap((origin) => ["--origin", new URL(origin).origin])
}

/**
 * Its first line tells where it is, and its keys.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<{ url: string, keyId: string, keySecret: string, webhookSecret: string }>}
 */
function firstLine(child) {
  let said = ""
  child.stderr.on("data", (chunk) => (said += chunk))
  return new Promise((resolve, reject) => {
    createInterface(child.stdout).once("line", (line) =>
      resolve(JSON.parse(line))
    )
    child.once("error", reject)
    child.once("exit", () =>
      reject(
        new Failure(`${said.trim()}\n\nRazorpay's simulator did not start`)
      )
    )
  })
}

/**
 * Starts a Razorpay on this machine for the demo shop, which remembers its payments, and
 * tells the store where it is.
 * @param {import("./settings.mjs").Settings} settings
 * @param {import("./child.mjs").Children} children
 */
export async function simulateRazorpay(settings, children) {
  if (!settings.isSimulated) return
  const { root, store, environment } = settings
  const file = path.join(store, "razorpay-simulator.json")
  const webhook = localUrl(settings) + HOOK
  const port = String(await findFreePort(PORT))
  const script = ["-r", "ts-node/register/transpile-only", MAIN]
  const options = ["--port", port, "--file", file, "--webhook", webhook]
  const child = children.start(
    process.execPath,
    [...script, ...options, ...originsOf(environment)],
    { cwd: root, env: environment, stdio: ["ignore", "pipe", "pipe"] }
  )
  const { url, keyId, keySecret, webhookSecret } = await firstLine(child)
  child.once("exit", (code) => {
    if (code) log("Razorpay's simulator ended by itself: start the store again")
  })
  Object.assign(environment, {
    RAZORPAY_SIMULATOR: "true",
    RAZORPAY_HOST: url,
    RAZORPAY_KEY_ID: keyId,
    RAZORPAY_KEY_SECRET: keySecret,
    RAZORPAY_WEBHOOK_SECRET: webhookSecret,
    RAZORPAY_NAME: environment.RAZORPAY_NAME ?? "Demo store",
  })
}
