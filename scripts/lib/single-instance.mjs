import fs from "node:fs"
import path from "node:path"
import { readJson } from "./files.mjs"
import { findProcess } from "./processes.mjs"

/**
 * @param {string} file
 * @param {string} seen what the stale lock said
 */
function removeStale(file, seen) {
  const aside = `${file}.${process.pid}.stale`
  try {
    fs.renameSync(file, aside)
    // Another start was quicker and what we took away is its fresh lock: put it back.
    if (fs.readFileSync(aside, "utf8") !== seen) fs.linkSync(aside, file)
    fs.unlinkSync(aside)
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes(error.code)) throw error
  }
}

/**
 * Who works with the store of this clone.
 * @typedef {{ kind: "store" | "import", url: string }} Holder
 */

/**
 * Takes the lock of this clone. The lock of a process that was killed does not count.
 * @param {string} file
 * @param {Holder} taker what the next one who asks is told
 * @returns {{ holder: Holder } | { release: () => void }} the one that has it, or ours to release
 */
export function takeLock(file, taker) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.draft`
  const { birth } = findProcess(process.pid) ?? {}
  fs.writeFileSync(draft, JSON.stringify({ pid: process.pid, birth, ...taker }))
  try {
    for (;;) {
      try {
        // A hard link appears whole or not at all, and only if there is none yet.
        fs.linkSync(draft, file)
        return { release: () => fs.rmSync(file, { force: true }) }
      } catch (error) {
        if (error.code !== "EEXIST") throw error
      }
      const lock = readJson(file)
      const holder = lock && findProcess(lock.pid)
      if (holder && holder.birth === lock.birth) return { holder: lock }
      if (fs.existsSync(file)) removeStale(file, fs.readFileSync(file, "utf8"))
    }
  } finally {
    fs.rmSync(draft, { force: true })
  }
}
