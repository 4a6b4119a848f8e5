import { spawn } from "node:child_process"
import { readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { tierLimit } from "./tiers.mjs"

/** @typedef {{ passed: number, failed: number, skipped: number, problem?: string }} Count */

/** Specs start servers: all of them share Jest's process group and go with it. */
const groups = new Set()

/** @param {NodeJS.Signals} signal */
export function killSpecs(signal = "SIGKILL") {
  for (const pid of groups) {
    try {
      process.kill(-pid, signal)
    } catch {
      // Already gone.
    }
  }
}

/** @param {string[]} args @param {Record<string, string | undefined>} env @param {string} root */
function runJest(args, env, root) {
  const jest = createRequire(import.meta.url).resolve("jest/bin/jest")
  return new Promise((resolve, reject) => {
    // The ORM and Medusa import some modules dynamically, which Jest only allows with this flag.
    const flags = ["--experimental-vm-modules", "--no-warnings"]
    const child = spawn(process.execPath, [...flags, jest, ...args], {
      cwd: root,
      env,
      stdio: ["ignore", "inherit", "inherit"],
      detached: true,
    })
    groups.add(child.pid)
    const limit = setTimeout(killSpecs, tierLimit())
    child.on("error", reject)
    child.on("exit", (code, signal) => {
      clearTimeout(limit)
      killSpecs()
      groups.delete(child.pid)
      resolve({ code, signal })
    })
  })
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return undefined
  }
}

/**
 * Runs the specs of one tier and counts them. A tier that crashed or ran nothing has failed.
 * @param {{ tier: import("./tiers.mjs").Tier, patterns: string[], env: Record<string, string | undefined>, run: import("./run.mjs").Run, maySkipAll: boolean }} options
 * @returns {Promise<Count>}
 */
export async function runTier({ tier, ...how }) {
  const { alone } = tier
  if (!alone) return runSpecs({ tier, ...how })
  const counts = []
  for (const part of [
    { left: alone.source, tier: { ...tier, inBand: false } },
    { left: `^(?!.*${alone.source})`, tier: { ...tier, inBand: true } },
  ]) {
    counts.push(await runSpecs({ ...how, ...part }))
  }
  return sumOf(counts)
}

/**
 * A part may be empty where patterns choose from the other one; both are a failure.
 * @param {Count[]} counts
 * @returns {Count}
 */
function sumOf(counts) {
  const problems = counts.flatMap(({ problem }) => problem ?? [])
  const sum = (key) => counts.reduce((all, count) => all + count[key], 0)
  const [passed, failed, skipped] = ["passed", "failed", "skipped"].map(sum)
  const problem = problems.join(", ") || undefined
  return passed + failed + skipped === 0
    ? failure("ran no test")
    : { passed, failed, skipped, problem }
}

/**
 * @param {Parameters<typeof runTier>[0] & { left?: string }} options `left` is a pattern of files that are left out
 * @returns {Promise<Count>}
 */
async function runSpecs({ tier, patterns, env, run, maySkipAll, left }) {
  const file = path.join(run.folder, `${tier.name}.json`)
  rmSync(file, { force: true })
  const { code, signal } = await runJest(
    [
      ...patterns,
      `--selectProjects=${tier.name}`,
      ...(left
        ? [`--testPathIgnorePatterns=${left}`, "--passWithNoTests"]
        : []),
      tier.inBand ? "--runInBand" : "--maxWorkers=2",
      "--json",
      `--outputFile=${file}`,
      "--verbose",
      "--forceExit",
    ],
    env,
    run.root
  )
  const report = readReport(file)
  if (!report) {
    return failure(`ended without a report (${signal ?? `exit code ${code}`})`)
  }
  const mayRunNothing = Boolean(left) && report.numTotalTestSuites === 0
  return mayRunNothing ? NOTHING : count(report, code, maySkipAll)
}

const NOTHING = { passed: 0, failed: 0, skipped: 0 }

/** @param {string} problem @returns {Count} */
const failure = (problem) => ({ passed: 0, failed: 1, skipped: 0, problem })

function count(report, code, maySkipAll) {
  const passed = report.numPassedTests
  const skipped = report.numPendingTests + report.numTodoTests
  // A file that does not even load has no failed test of its own.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  const ranNothing = passed + failed === 0 && !(maySkipAll && skipped > 0)
  if (ranNothing) return { ...failure("ran no test"), skipped }
  if (code !== 0 && failed === 0) {
    return { passed, failed: 1, skipped, problem: `ended with code ${code}` }
  }
  return { passed, failed, skipped }
}
