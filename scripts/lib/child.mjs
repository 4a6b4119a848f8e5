import { spawn } from "node:child_process"
import fs from "node:fs"
import { readJson, writeJson } from "./files.mjs"
import { findProcess, groupMembers, send, waitFor } from "./processes.mjs"

/**
 * Every command runs in a process group of its own, so that Ctrl-C reaches only us and we choose the order,
 * and is noted in a file, so that the next start can end what a killed one left behind.
 */
export class Children {
  /** @type {import("node:child_process").ChildProcess | undefined} */
  #current
  #isClosed = false

  /** @param {string} note the file that remembers the running command */
  constructor(note) {
    this.note = note
  }

  /**
   * @param {string} command
   * @param {string[]} args
   * @param {import("node:child_process").SpawnOptions} options
   */
  start(command, args, options) {
    if (this.#isClosed) throw new Error("Stopping: nothing is started any more")
    const child = spawn(command, args, { ...options, detached: true })
    this.#current = child
    if (child.pid) writeJson(this.note, findProcess(child.pid) ?? {})
    return child
  }

  /** Ends the running command with everything it started, and lets no other begin. */
  async end() {
    this.#isClosed = true
    if (this.#current?.pid) await endGroup(this.#current.pid)
    fs.rmSync(this.note, { force: true })
  }

  /** Ends what an earlier, killed start left running; never a process that only got its number. */
  async endLeftover() {
    const noted = readJson(this.note)
    if (!noted?.group) return false
    const leader = findProcess(noted.pid)
    const isOurs = leader
      ? leader.birth === noted.birth
      : groupMembers(noted.group).some(isMedusa)
    // Its output leads nowhere since the kill, and writing there may hold it up for ever.
    if (isOurs) await endGroup(noted.group, 3_000)
    fs.rmSync(this.note, { force: true })
    return isOurs
  }
}

/** @param {import("./processes.mjs").SystemProcess} candidate */
const isMedusa = (candidate) => candidate.command.includes("cli/cli.js")

/**
 * @param {number} group
 * @param {number} [patience] milliseconds before it is killed
 */
async function endGroup(group, patience = 15_000) {
  const isGone = () => groupMembers(group).length === 0
  send(-group, "SIGTERM")
  if (await waitFor(patience, isGone, 100)) return
  send(-group, "SIGKILL")
  await waitFor(5_000, isGone, 100)
}
