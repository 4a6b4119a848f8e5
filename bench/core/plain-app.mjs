import { cpSync, symlinkSync } from "node:fs"
import path from "node:path"
import { linkUploads } from "../../scripts/lib/uploads.mjs"

const SOURCE = path.join(import.meta.dirname, "plain-app")

/**
 * A Medusa app that has never heard of the suite: a configuration and the packages. Its admin is the built one
 * of ours, which only lies there: without one Medusa does not start in production.
 * @param {import("../lib/bench.mjs").Bench} bench
 * @returns {string} its folder
 */
export function createPlainApp({ root, folder, store }) {
  const app = path.join(folder, "plain-app")
  cpSync(SOURCE, app, { recursive: true })
  symlinkSync(path.join(root, "node_modules"), path.join(app, "node_modules"))
  symlinkSync(path.join(store.app, "public"), path.join(app, "public"))
  linkUploads(store.environment.UPLOADS_DIR, app)
  return app
}
