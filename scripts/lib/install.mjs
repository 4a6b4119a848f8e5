import fs from "node:fs"
import path from "node:path"
import { runStep } from "./commands.mjs"
import { hashFiles, readJson } from "./files.mjs"

/**
 * Whether node_modules already holds what the lock file asks for, by npm's own record of what it installed
 * (which `npm ci` removes first and writes last): someone may have run it by hand.
 * @param {string} root
 */
function isInStep(root) {
  const wanted = readJson(path.join(root, "package-lock.json"))?.packages ?? {}
  const found = readJson(path.join(root, "node_modules/.package-lock.json"))
  return Object.entries(wanted)
    .filter(([name, entry]) => name && !entry.optional && !entry.devOptional)
    .every(([name, { version }]) => found.packages[name]?.version === version)
}

/** @returns {[string, string[]]} the npm that started us, or the one on PATH */
function npmCommand() {
  const running = process.env.npm_execpath ?? ""
  return path.basename(running) === "npm-cli.js"
    ? [process.execPath, [running]]
    : ["npm", []]
}

/**
 * @param {import("./settings.mjs").Settings} settings
 * @param {import("./records.mjs").Records} records
 * @param {import("./child.mjs").Children} children
 */
export async function install({ root }, records, children) {
  const lock = hashFiles(root, ["package-lock.json"])
  // npm writes this file last: without it node_modules is missing or half-made.
  const record = path.join(root, "node_modules/.package-lock.json")
  if (!fs.existsSync(record)) records.forget("install")
  await records.once("install", lock, async () => {
    if (fs.existsSync(record) && isInStep(root)) return
    const [command, args] = npmCommand()
    // NODE_ENV=production would leave out the build tools.
    const env = { ...process.env, NODE_ENV: undefined }
    const options = ["ci", "--include=dev", "--no-audit", "--no-fund"]
    const label = "Installing packages (npm ci)"
    await runStep(children, label, command, [...args, ...options], {
      cwd: root,
      env,
    })
  })
}
