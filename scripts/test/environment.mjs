import { randomInt } from "node:crypto"
import path from "node:path"
import { findFreePort } from "../lib/ports.mjs"
import { log, step } from "../lib/progress.mjs"
import { Records } from "../lib/records.mjs"
import { startThrowawayPostgres } from "./databases.mjs"
import {
  buildApp,
  createTemplateStore,
  storeEnvironment,
} from "./template-store.mjs"

/** @param {import("./run.mjs").Run} run */
async function startDatabase(run) {
  const postgres = await step("Starting a throwaway PostgreSQL", () =>
    startThrowawayPostgres({ root: run.root, folder: run.folder, log })
  )
  run.onEnd(postgres.stop)
  const { hostname, port, username, password } = new URL(postgres.url)
  return {
    TEST_POSTGRES_URL: postgres.url,
    // Medusa's own module test runner reads these.
    DB_HOST: hostname,
    DB_PORT: port,
    DB_USERNAME: username,
    DB_PASSWORD: password,
  }
}

/**
 * @param {import("./run.mjs").Run} run
 * @param {string} postgresUrl
 * @param {Record<string, string>} environment
 */
async function prepareStore(run, postgresUrl, environment) {
  const { root, folder } = run
  // A random start: two runs on one machine look at the same moment.
  const baseUrl = `http://localhost:${await findFreePort(randomInt(9100, 9900))}`
  const [app, store] = await Promise.all([
    buildApp({
      root,
      folder,
      environment,
      records: projectRecords(root),
      children: run.children("build"),
    }),
    createTemplateStore({
      root,
      folder,
      postgresUrl,
      environment: { ...environment, BACKEND_URL: baseUrl },
      children: run.children("template"),
    }),
  ])
  return {
    TEST_APP: app,
    TEST_BASE_URL: baseUrl,
    TEST_TEMPLATE_DATABASE: store.database,
    TEST_PUBLISHABLE_KEY: store.publishableKey,
    TEST_ADMIN_EMAIL: store.admin.email,
    TEST_ADMIN_PASSWORD: store.admin.password,
  }
}

/** What is installed and built, shared with `npm start`. @param {string} root */
export const projectRecords = (root) =>
  new Records(path.join(root, ".store/state.json"))

/**
 * Brings up what the chosen tiers need and tells the specs where it is.
 * @param {import("./run.mjs").Run} run
 * @param {import("./tiers.mjs").Tier[]} tiers
 * @param {{ variable: string, value?: string }[]} extras
 * @param {Record<string, string>} [more] variables of every store
 */
export async function prepareEnvironment(run, tiers, extras, more = {}) {
  const found = extras.filter(({ value }) => value)
  const environment = { ...storeEnvironment(run.folder), ...more }
  const env = {
    ...process.env,
    TEST_FOLDER: run.folder,
    TEST_STORE_ENVIRONMENT: JSON.stringify(environment),
    TEST_LOGS: run.logs,
    ...Object.fromEntries(
      found.map(({ variable, value }) => [variable, value])
    ),
  }
  if (tiers.some(({ needs }) => needs !== "nothing")) {
    Object.assign(env, await startDatabase(run))
  }
  if (tiers.some(({ needs }) => needs === "store")) {
    const url = env.TEST_POSTGRES_URL
    Object.assign(env, await prepareStore(run, url, environment))
  }
  return env
}
