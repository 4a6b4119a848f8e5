import { execFileSync, spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"

/**
 * Runs a command to its end and returns what it said.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions & { input?: string }} [options]
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function run(command, args, { input, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    })
    let output = ""
    child.stdout.on("data", (chunk) => (output += chunk))
    child.stderr.on("data", (chunk) => (output += chunk))
    child.on("error", reject)
    // "exit", not "close": a server that the command leaves behind may hold the pipes open.
    child.on("exit", (code) => {
      child.stdout.unref()
      child.stderr.unref()
      setImmediate(() => resolve({ code, output: output.trim() }))
    })
    child.stdin?.end(input)
  })
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

/**
 * The command line of a living process; a zombie has none.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function commandLine(pid) {
  try {
    const line =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
        : execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], {
            encoding: "utf8",
          })
    return line.trim() || undefined
  } catch {
    return undefined
  }
}

/**
 * Asks again until the answer is truthy or the time is over.
 * @template T
 * @param {number} milliseconds
 * @param {() => T | Promise<T>} ask
 * @returns {Promise<T>} the last answer
 */
export async function waitFor(milliseconds, ask, pause = 200) {
  const deadline = Date.now() + milliseconds
  for (;;) {
    const answer = await ask()
    if (answer || Date.now() >= deadline) return answer
    await sleep(pause)
  }
}
