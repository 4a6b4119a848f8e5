import { existsSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { waitFor } from "../../scripts/lib/processes.mjs"

const COLLECTOR = path.join(import.meta.dirname, "collect.cjs")
const MIB = 1024 * 1024

/** For a server whose memory is to be asked for. @param {string} file where it writes it */
export const memoryEnvironment = (file) => ({
  NODE_OPTIONS: `--require ${COLLECTOR}`,
  MEMORY_FILE: file,
})

/**
 * What a server holds once its garbage is collected.
 * @param {{ pid: number }} server
 * @param {string} file
 * @returns {Promise<{ live: number, resident: number }>} MiB: what its program holds, and the whole process
 */
export async function readMemory({ pid }, file) {
  rmSync(file, { force: true })
  process.kill(pid, "SIGUSR2")
  await waitFor(30_000, () => existsSync(file), 20)
  const { live, resident } = JSON.parse(readFileSync(file, "utf8"))
  return { live: live / MIB, resident: resident / MIB }
}
