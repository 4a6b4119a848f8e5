import fs from "node:fs"
import path from "node:path"
import { Failure } from "./failure.mjs"
import { findFreePort } from "./ports.mjs"
import {
  createCluster,
  DATABASE,
  giveToServer,
  readPassword,
  runProgram,
} from "./postgres-cluster.mjs"
import { prepareHome } from "./postgres-home.mjs"
import { findProcess, send, waitFor } from "./processes.mjs"

/** @typedef {import("./postgres-home.mjs").Home} Home */

const RECOVERY_MILLISECONDS = 120_000

/**
 * What the pid file says about a server that really runs on this data.
 * @param {Home} home
 * @returns {{ port: number, status: string } | undefined}
 */
function readServer(home) {
  const file = path.join(home.data, "postmaster.pid")
  if (!fs.existsSync(file)) return undefined
  const lines = fs.readFileSync(file, "utf8").split("\n")
  const pid = Math.abs(Number(lines[0]))
  if (findProcess(pid)?.command.includes(home.data)) {
    return { port: Number(lines[3]), status: (lines[7] ?? "").trim() }
  }
  // Empty, or the pid went to another process (or a zombie keeps it): PostgreSQL would refuse to start.
  if (!pid || send(pid, 0)) fs.rmSync(file, { force: true })
  return undefined
}

/**
 * A server that an earlier, killed start left behind, once it has finished starting or stopping.
 * @param {Home} home
 */
async function adoptServer(home) {
  const settled = await waitFor(RECOVERY_MILLISECONDS, () => {
    const server = readServer(home)
    return !server || server.status === "ready" ? { server } : undefined
  })
  if (!settled) {
    throw new Failure(
      `The database in ${home.data} neither starts nor stops: see ${home.folder}/server.log`
    )
  }
  return settled.server?.port
}

/**
 * @param {Home} home
 * @param {number} wanted
 */
async function startServer(home, wanted) {
  let output = ""
  // Several tries: processes of a killed server may need a moment to let go, and a port can be taken meanwhile.
  const started = await waitFor(
    30_000,
    async () => {
      const port = await findFreePort(wanted)
      const settings = [
        `-p ${port}`,
        "-c listen_addresses=localhost",
        "-c unix_socket_directories=''",
        "-c max_connections=200",
        "-c timezone=UTC",
      ].join(" ")
      const log = path.join(home.folder, "server.log")
      const args = ["start", "-D", home.data, "-l", log, "-w", "-t", "120"]
      if (!fs.existsSync(log)) {
        fs.writeFileSync(log, "", { mode: 0o600 })
        giveToServer(home, log)
      }
      const result = await runProgram(home, "pg_ctl", [...args, "-o", settings])
      output = result.output
      return result.code === 0 ? { port } : undefined
    },
    1000
  )
  if (!started) {
    throw new Failure(
      `PostgreSQL did not start: ${output.split("\n").pop()} (see ${home.folder}/server.log)`
    )
  }
  return started.port
}

/** @param {Home} home */
async function stopServer(home) {
  const stop = ["stop", "-D", home.data, "-w", "-t", "60", "-m"]
  const { code } = await runProgram(home, "pg_ctl", [...stop, "fast"])
  if (code !== 0 && readServer(home)) {
    await runProgram(home, "pg_ctl", [...stop, "immediate"])
  }
}

/**
 * Starts PostgreSQL on the cluster in `dataDir`, which is created when missing, or adopts one still running there.
 * @param {{ root: string, dataDir: string, port?: number, log?: (line: string) => void }} options
 *   `port` is where the search for a free one begins
 * @returns {Promise<{ url: string, port: number, stop: () => Promise<void> }>}
 * @example
 * const postgres = await startPostgres({ root, dataDir: "/tmp/specs", port: 54400 })
 * // … connect to postgres.url …
 * await postgres.stop()
 */
export async function startPostgres({
  root,
  dataDir,
  port: wanted = 54329,
  log = () => {},
}) {
  const home = await prepareHome({ root, dataDir, log })
  if (!fs.existsSync(home.data)) await createCluster(home)
  const password = readPassword(home)
  const port = (await adoptServer(home)) ?? (await startServer(home, wanted))
  return {
    // The word "localhost" matters: Medusa turns ssl on for every other host.
    url: `postgres://postgres:${password}@localhost:${port}/${DATABASE}`,
    port,
    stop: () => stopServer(home),
  }
}
