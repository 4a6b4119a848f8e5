import { randomBytes } from "node:crypto"
import { cpSync, symlinkSync } from "node:fs"
import path from "node:path"
import { Failure } from "../lib/failure.mjs"
import { readJson } from "../lib/files.mjs"
import {
  build,
  builtFolder,
  createAdmin,
  credentialsFile,
  migrate,
  seed,
} from "../lib/prepare.mjs"
import { Records } from "../lib/records.mjs"
import { linkUploads } from "../lib/uploads.mjs"
import { databaseUrl, query } from "./databases.mjs"

const TEMPLATE = "suite_template"

const secret = () => randomBytes(16).toString("hex")

/**
 * The environment of every store that the specs start, less its database and address.
 * It is whole: nothing of the developer's own shell (a REDIS_URL, a HOST) leaks in.
 * @param {string} folder
 */
export function storeEnvironment(folder) {
  return {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    NODE_ENV: "production",
    JWT_SECRET: secret(),
    COOKIE_SECRET: secret(),
    AUTH_MFA_ENCRYPTION_KEY: secret(),
    SUITE_SECRET: secret(),
    UPLOADS_DIR: path.join(folder, "uploads"),
    MEDUSA_DISABLE_TELEMETRY: "true",
    TS_NODE_TRANSPILE_ONLY: "true",
    // Specs come through one proxy, as it were: each client can have an address of its own.
    TRUSTED_PROXY_HOPS: "1",
    CASH_ON_DELIVERY_FEE: "inr:49",
    CASH_ON_DELIVERY_MINIMUM: "inr:100",
    CASH_ON_DELIVERY_MAXIMUM: "inr:20000",
    CASH_ON_DELIVERY_OPEN_ORDERS: "2",
    // Building the admin takes most of a short run's time; whoever works on a route can do without.
    ADMIN_DISABLED: process.env.TEST_WITHOUT_ADMIN ? "true" : "",
  }
}

/**
 * The built app in a folder of the specs' own: neither the next build nor `npm start` touches it.
 * @param {{ root: string, folder: string, environment: Record<string, string>, records: Records, children: import("../lib/child.mjs").Children }} options
 */
export async function buildApp({
  root,
  folder,
  environment,
  records,
  children,
}) {
  const settings = { root, environment }
  await build({ settings, records, children, database: "" })
  const app = path.join(folder, "app")
  const isUpload = (file) => path.basename(file) === "static"
  cpSync(builtFolder(settings), app, {
    recursive: true,
    filter: (file) => !isUpload(file),
  })
  symlinkSync(path.join(root, "node_modules"), path.join(app, "node_modules"))
  linkUploads(environment.UPLOADS_DIR, app)
  return app
}

/**
 * A migrated and seeded database with an admin login, never connected to afterwards:
 * a spec file gets its own store by copying it, in a second.
 * @param {{ root: string, folder: string, postgresUrl: string, environment: Record<string, string>, children: import("../lib/child.mjs").Children }} options
 */
export async function createTemplateStore({
  root,
  folder,
  postgresUrl,
  environment,
  children,
}) {
  await query(postgresUrl, `CREATE DATABASE ${TEMPLATE}`)
  const url = databaseUrl(postgresUrl, TEMPLATE)
  const settings = {
    root,
    store: folder,
    // From the sources, so that it need not wait for the build.
    isDevelopment: true,
    environment: { ...environment, DATABASE_URL: url },
  }
  const records = new Records(path.join(folder, "template.json"))
  const preparation = { settings, records, children, database: url }
  await migrate(preparation)
  await seed(preparation)
  await createAdmin(preparation)
  return {
    database: TEMPLATE,
    admin: readJson(credentialsFile(settings)),
    publishableKey: await findKey(url),
  }
}

/** @param {string} url */
async function findKey(url) {
  const [key] = await query(
    url,
    `SELECT token FROM api_key WHERE type = 'publishable' AND revoked_at IS NULL
      AND deleted_at IS NULL ORDER BY created_at LIMIT 1`
  )
  if (!key) throw new Failure("The seeded store has no publishable key")
  return key.token
}
