import path from "node:path"
import { failureOf, step } from "./progress.mjs"

/** @typedef {{ name: string, args: string[], cwd: string }} MedusaCommand */

/**
 * The Medusa CLI without a shell or npx between, so that signals go straight to it.
 * @param {string} root
 */
export const medusaCli = (root) =>
  path.join(root, "node_modules/@medusajs/cli/cli.js")

/**
 * Runs one command as a visible step; what it prints is shown only if it fails.
 * @param {import("./child.mjs").Children} children
 * @param {string} label
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: Record<string, string | undefined> }} options
 */
export function runStep(children, label, command, args, options) {
  return step(label, async () => {
    const stdio = ["ignore", "pipe", "pipe"]
    const child = children.start(command, args, { ...options, stdio })
    let output = ""
    child.stdout.on("data", (chunk) => (output += chunk))
    child.stderr.on("data", (chunk) => (output += chunk))
    const code = await new Promise((resolve, reject) => {
      child.on("error", reject)
      child.on("close", resolve)
    })
    if (code !== 0) throw failureOf(label, output)
  })
}
