import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const TICK_MILLISECONDS = 10

/** @param {number} pid @param {string} column */
const ps = (pid, column) =>
  execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  }).trim()

/** @param {string} time `[[dd-]hh:]mm:ss[.cc]` */
function parseTime(time) {
  const [seconds, minutes = 0, hours = 0, days = 0] = time
    .split(/[-:]/)
    .reverse()
    .map(Number)
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
}

/**
 * The processor time, user and system, that a process has used since it began.
 * @param {number} pid
 * @returns {number} milliseconds
 */
export function cpuMilliseconds(pid) {
  if (process.platform !== "linux") return parseTime(ps(pid, "time"))
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
  // The name in parentheses may hold spaces; the fields after it do not.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  return (Number(fields[11]) + Number(fields[12])) * TICK_MILLISECONDS
}

/** @param {number} pid @returns {number} resident memory in MiB */
export const residentMegabytes = (pid) => Number(ps(pid, "rss")) / 1024
