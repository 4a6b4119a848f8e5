import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { Failure } from "./failure.mjs"
import { readJson, writeJson } from "./files.mjs"
import { isSimulated } from "./simulator.mjs"

/** Made once and kept, unless the operator brings them. */
const SECRETS = [
  "JWT_SECRET",
  "COOKIE_SECRET",
  "AUTH_MFA_ENCRYPTION_KEY",
  "SUITE_SECRET",
]

/**
 * What `npm start` works with.
 * @typedef {object} Settings
 * @property {string} root the clone
 * @property {string} store where everything is kept that git ignores: database, uploads, secrets
 * @property {boolean} isDevelopment `npm run dev`
 * @property {boolean} isProduction NODE_ENV=production was asked for: nothing is generated, and no login is made
 * @property {boolean} isDemo the demo shop is seeded
 * @property {boolean} isSimulated it is paid at a simulator of Razorpay
 * @property {string} host
 * @property {number} port
 * @property {string} url without a trailing slash
 * @property {string} uploads
 * @property {Record<string, string>} environment what Medusa gets
 */

/**
 * The variables of a `.env` file: `NAME=value`, quotes around a value are dropped.
 * @param {string} file
 * @returns {Record<string, string>}
 */
export function readEnvFile(file) {
  if (!fs.existsSync(file)) return {}
  const line = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/
  const pairs = fs
    .readFileSync(file, "utf8")
    .split(/\r?\n/)
    .map((text) => text.match(line))
    .filter(Boolean)
    .map(([, name, value]) => [name, unquote(value)])
  return Object.fromEntries(pairs)
}

/** @param {string} value */
function unquote(value) {
  const quoted = value.match(/^(["'])(.*?)\1/)
  return quoted ? quoted[2] : value.replace(/\s+#.*$/, "")
}

/** @param {Record<string, string | undefined>} variables an empty one counts as absent */
function withoutEmpty(variables) {
  const given = Object.entries(variables).filter(([, value]) => value)
  return Object.fromEntries(given)
}

/** @param {string | undefined} text */
function parsePort(text = "9000") {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Failure(`PORT must be a number from 1 to 65535, not "${text}"`)
  }
  return port
}

/**
 * @param {string | undefined} text
 * @param {boolean} unsaid
 */
function parseDemo(text, unsaid) {
  if (text === undefined) return unsaid
  if (["true", "1"].includes(text)) return true
  if (["false", "0"].includes(text)) return false
  throw new Failure(`DEMO must be "true" or "false", not "${text}"`)
}

/**
 * @param {string} file
 * @returns {Record<string, string>}
 */
function keptSecrets(file) {
  const kept = readJson(file) ?? {}
  const made = SECRETS.map((name) => [name, randomBytes(32).toString("hex")])
  const secrets = { ...Object.fromEntries(made), ...kept }
  if (SECRETS.some((name) => !kept[name])) writeJson(file, secrets)
  return secrets
}

/** @param {Record<string, string>} given */
function refuseMissing(given) {
  const missing = ["DATABASE_URL", ...SECRETS].find((name) => !given[name])
  if (missing) {
    throw new Failure(
      `${missing} is required when NODE_ENV is production (see .env.template); without NODE_ENV, npm start makes its own database and secrets`
    )
  }
}

/**
 * The environment wins over `.env`, and `.env` over what is generated.
 * @param {{ root: string, isDevelopment: boolean }} options
 * @returns {Settings}
 */
export function readSettings({ root, isDevelopment }) {
  const store = path.join(root, ".store")
  const given = {
    ...withoutEmpty(readEnvFile(path.join(root, ".env"))),
    ...withoutEmpty(process.env),
  }
  const isProduction = !isDevelopment && given.NODE_ENV === "production"
  if (isProduction) refuseMissing(given)
  const isDemo = parseDemo(given.DEMO, !isProduction)
  const port = parsePort(given.PORT)
  const url = (given.BACKEND_URL ?? `http://localhost:${port}`).replace(
    /\/+$/,
    ""
  )
  const uploads = path.resolve(root, given.UPLOADS_DIR ?? ".store/uploads")
  const secrets = isProduction
    ? {}
    : keptSecrets(path.join(store, "secrets.json"))
  return {
    root,
    store,
    isDevelopment,
    isProduction,
    isDemo,
    isSimulated: isSimulated({ isDemo, isProduction, url, given }),
    host: given.HOST ?? "127.0.0.1",
    port,
    url,
    uploads,
    environment: {
      ...secrets,
      ...given,
      NODE_ENV: isDevelopment ? "development" : "production",
      PORT: String(port),
      UPLOADS_DIR: uploads,
      DEMO: String(isDemo),
      MEDUSA_DISABLE_TELEMETRY: "1",
      // Types are checked by `npm run typecheck`; here they would only cost seconds.
      TS_NODE_TRANSPILE_ONLY: "true",
    },
  }
}
