import { existsSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { waitFor } from "../../scripts/lib/processes.mjs"
import { startServer } from "../lib/server.mjs"

const COUNTER = path.join(import.meta.dirname, "count-calls.cjs")
const REQUESTS = 100
const WARM_UP = 20

/** @param {{ pid: number, file: string }} counted @returns {Promise<number>} calls since the last time */
async function takeCalls({ pid, file }) {
  rmSync(file, { force: true })
  process.kill(pid, "SIGUSR2")
  await waitFor(30_000, () => existsSync(file), 20)
  return Number(readFileSync(file, "utf8"))
}

/** @param {string} url @param {Record<string, string>} headers @param {number} times */
async function read(url, headers, times) {
  for (let sent = 0; sent < times; sent++) {
    await (await fetch(url, { headers })).text()
  }
}

/**
 * How many JavaScript functions a request calls: the same on any machine, however busy it is.
 * @param {import("../lib/bench.mjs").Bench} bench
 * @param {{ name: string, folder: string, databaseUrl: string }} app
 * @param {(server: import("../lib/server.mjs").Server) => Promise<void>} prepare
 * @returns {Promise<number[]>} in the order of the routes
 */
export async function countCalls(bench, app, prepare) {
  const file = path.join(bench.folder, `calls-${app.name}`)
  const server = await startServer(bench, app, {
    NODE_OPTIONS: `--require ${COUNTER}`,
    CALLS_FILE: file,
  })
  await prepare(server)
  const counts = []
  for (const route of bench.routes) {
    const url = server.url + route.path
    await read(url, bench.store.headers, WARM_UP)
    await takeCalls({ ...server, file })
    await read(url, bench.store.headers, REQUESTS)
    counts.push((await takeCalls({ ...server, file })) / REQUESTS)
  }
  await server.stop()
  return counts
}
