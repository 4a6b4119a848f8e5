import { execFileSync, spawn } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
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

/**
 * A process as the system lists it. `birth` tells it from a later one with the same id.
 * @typedef {{ pid: number, group: number, birth: string, command: string }} SystemProcess
 */

/** @returns {SystemProcess | undefined} undefined for a zombie too: it holds nothing any more */
function readLinuxProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    // The name in parentheses may hold spaces; the fields after it do not.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    if (fields[0] === "Z") return undefined
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8")
    return {
      pid: Number(pid),
      group: Number(fields[2]),
      birth: `${boot}/${fields[19]}`,
      command: command.replaceAll("\0", " ").trim(),
    }
  } catch {
    return undefined
  }
}

/** @param {string} line @returns {SystemProcess | undefined} */
function parsePsLine(line) {
  const match = line.match(/^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.{24})\s+(.*)$/)
  if (!match || match[3].startsWith("Z")) return undefined
  const [, pid, group, , birth, command] = match
  return { pid: Number(pid), group: Number(group), birth, command }
}

/** @returns {SystemProcess[]} */
function listProcesses() {
  if (process.platform === "linux") {
    const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name))
    return pids.map(readLinuxProcess).filter(Boolean)
  }
  const columns = "pid=,pgid=,stat=,lstart=,command="
  const options = { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } }
  const table = execFileSync("ps", ["-A", "-ww", "-o", columns], options)
  return table.split("\n").map(parsePsLine).filter(Boolean)
}

/**
 * @param {number} pid
 * @returns {SystemProcess | undefined}
 */
export function findProcess(pid) {
  if (process.platform === "linux") return readLinuxProcess(pid)
  return listProcesses().find((candidate) => candidate.pid === pid)
}

/** @param {number} group */
export function groupMembers(group) {
  return listProcesses().filter((candidate) => candidate.group === group)
}

/**
 * @param {number} pid a process, or a group when negative
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether there was anyone to get it
 */
export function send(pid, signal) {
  try {
    process.kill(pid, signal)
    return true
  } catch (error) {
    return error.code === "EPERM"
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
