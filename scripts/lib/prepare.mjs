import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { medusaCli, runStep } from "./commands.mjs"
import { hashFiles, hashText, readJson, writeJson } from "./files.mjs"

/**
 * What the steps between installing and serving share.
 * @typedef {object} Preparation
 * @property {import("./settings.mjs").Settings} settings
 * @property {import("./records.mjs").Records} records
 * @property {import("./child.mjs").Children} children
 * @property {string} database tells one database from another, whatever port it has today
 */

const MIGRATED =
  /^(app\/[^/]+|medusa-config|package-lock)\.|^src\/.*(migrations|migration-scripts|links|search)\//
/** The admin bundler writes this one into the sources while it builds. */
const GENERATED = "src/admin/__admin-extensions__.js"
const BUILT = ["src", "app", "medusa-config.ts", "tsconfig.json"]
const LOCK = "package-lock.json"

/** @param {import("./settings.mjs").Settings} settings */
export const builtFolder = ({ root }) => path.join(root, ".medusa/app")

/** @param {import("./settings.mjs").Settings} settings development runs the sources, production the build */
export const workingFolder = (settings) =>
  settings.isDevelopment ? settings.root : builtFolder(settings)

/**
 * @param {Preparation} preparation
 * @param {string} label
 * @param {string[]} args
 */
function medusaStep({ settings, children }, label, args, cwd = settings.root) {
  const command = [medusaCli(settings.root), ...args]
  const options = { cwd, env: settings.environment }
  return runStep(children, label, process.execPath, command, options)
}

/**
 * Tables of removed links are left alone: nothing is deleted without being asked for.
 * @param {Preparation} preparation
 */
export function migrate(preparation) {
  const { settings, records, database } = preparation
  const inputs = ["app", "medusa-config.ts", LOCK, "src"]
  const isWanted = (file) => MIGRATED.test(file)
  const fingerprint = hashText(
    hashFiles(settings.root, inputs, isWanted),
    database,
    // Redis brings other modules with other tables.
    String(Boolean(settings.environment.REDIS_URL))
  )
  const safely = ["--execute-safe-links", "--execute-safe-search"]
  return records.once("migrate", fingerprint, async () => {
    const tables = ["db:migrate", "--skip-scripts", ...safely]
    await medusaStep(preparation, "Migrating the database", tables)
    // On its own, because db:migrate ignores a script that failed.
    const scripts = ["db:migrate:scripts"]
    await medusaStep(preparation, "Running migration scripts", scripts)
  })
}

/** @param {Preparation} preparation */
export function build(preparation) {
  const { settings, records } = preparation
  const isWanted = (file) => file !== GENERATED && !file.includes("__tests__")
  const { ADMIN_DISABLED = "" } = settings.environment
  const fingerprint = hashText(
    hashFiles(settings.root, [...BUILT, LOCK], isWanted),
    ADMIN_DISABLED
  )
  const result = path.join(
    builtFolder(settings),
    ADMIN_DISABLED ? "medusa-config.js" : "public/admin/index.html"
  )
  if (!fs.existsSync(result)) records.forget("build")
  return records.once("build", fingerprint, () =>
    medusaStep(preparation, "Building store and admin", ["build", "--no-lint"])
  )
}

/**
 * @param {Preparation} preparation
 * @param {string} script below the project, without its ending
 * @returns {string | undefined} the file to execute: the source in development, else what the build made of it
 */
function findScript({ settings }, script) {
  const ending = settings.isDevelopment ? ".ts" : ".js"
  const file = path.join(workingFolder(settings), script + ending)
  return fs.existsSync(file) ? file : undefined
}

/** @param {Preparation} preparation */
export async function seed(preparation) {
  const { settings, records, database } = preparation
  const script = findScript(preparation, "app/seed/index")
  if (!script) return
  const folder = workingFolder(settings)
  const fill = () =>
    medusaStep(preparation, "Filling the store", ["exec", script], folder)
  if (!settings.isSimulated) return records.once("seed", database, fill)
  // A shop that is filled beside the simulator offers it; an older one gets it added, once.
  await records.once("seed", database, () =>
    records.once("simulator", database, fill)
  )
  await records.once("simulator", database, () => offerSimulator(preparation))
}

/** @param {Preparation} preparation */
function offerSimulator(preparation) {
  const script = findScript(preparation, "app/seed/simulated-razorpay")
  const folder = workingFolder(preparation.settings)
  const label = "Offering Razorpay (simulator)"
  return medusaStep(preparation, label, ["exec", script], folder)
}

/** @param {import("./settings.mjs").Settings} settings */
export const credentialsFile = ({ store }) =>
  path.join(store, "credentials.json")

/** @param {Preparation} preparation */
export async function createAdmin(preparation) {
  const { settings, records, database } = preparation
  const file = credentialsFile(settings)
  const made = {
    email: "admin@example.com",
    password: randomBytes(12).toString("base64url"),
  }
  if (!readJson(file)) writeJson(file, made)
  const fingerprint = hashText(database, JSON.stringify(readJson(file)))
  const script = findScript(preparation, "app/create-admin")
  const folder = workingFolder(settings)
  await records.once("admin", fingerprint, () =>
    medusaStep(
      preparation,
      "Creating the admin login",
      ["exec", script, file],
      folder
    )
  )
}
