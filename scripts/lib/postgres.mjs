import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { Failure } from "./failure.mjs"
import { findFreePort } from "./ports.mjs"
import { prepareHome } from "./postgres-home.mjs"
import { findProcess, run, send, waitFor } from "./processes.mjs"

/** @typedef {import("./postgres-home.mjs").Home} Home */

const DATABASE = "medusa"
const RECOVERY_MILLISECONDS = 120_000

/**
 * Runs a PostgreSQL program as the cluster's user, in a session of its own: Ctrl-C must not reach it.
 * @param {Home} home
 * @param {string} program
 * @param {string[]} args
 * @param {string} [input]
 */
function runProgram(home, program, args, input) {
  return run(path.join(home.bin, program), args, {
    ...home.user,
    cwd: home.folder,
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    detached: true,
    input,
  })
}

/** @param {Home} home */
const passwordFile = (home) => path.join(home.folder, "password")

/**
 * Creates cluster and database aside and renames them at the end, so that a half-made one is never used.
 * @param {Home} home
 */
async function createCluster(home) {
  const draft = path.join(home.folder, "data.draft")
  const secret = path.join(home.folder, "password.draft")
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { mode: 0o700 })
  fs.writeFileSync(secret, randomBytes(24).toString("hex"), { mode: 0o600 })
  if (home.user.uid !== undefined) {
    fs.chownSync(draft, home.user.uid, home.user.gid)
    fs.chownSync(secret, home.user.uid, home.user.gid)
  }
  const locale = ["--locale=C", "--locale-provider=icu", "--icu-locale=en"]
  const access = ["--username=postgres", "--auth=scram-sha-256"]
  const made = await runProgram(home, "initdb", [
    `--pgdata=${draft}`,
    `--pwfile=${secret}`,
    "--encoding=UTF8",
    ...locale,
    ...access,
  ])
  if (made.code !== 0) throw new Failure(`initdb failed: ${made.output}`)
  const sql = `CREATE DATABASE ${DATABASE};\n`
  const single = ["--single", "-D", draft, "postgres"]
  const created = await runProgram(home, "postgres", single, sql)
  if (created.code !== 0 || /ERROR|FATAL/.test(created.output)) {
    throw new Failure(`The database was not created: ${created.output}`)
  }
  fs.renameSync(secret, passwordFile(home))
  fs.renameSync(draft, home.data)
}

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
  // The pid went to another process (or a zombie keeps it): PostgreSQL would believe it and refuse to start.
  if (pid && send(pid, 0)) fs.rmSync(file, { force: true })
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
      if (!fs.existsSync(log)) createLog(home, log)
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

/**
 * @param {Home} home
 * @param {string} log
 */
function createLog(home, log) {
  fs.writeFileSync(log, "", { mode: 0o600 })
  if (home.user.uid !== undefined) {
    fs.chownSync(log, home.user.uid, home.user.gid)
  }
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
  const password = fs.readFileSync(passwordFile(home), "utf8").trim()
  const port = (await adoptServer(home)) ?? (await startServer(home, wanted))
  return {
    // The word "localhost" matters: Medusa turns ssl on for every other host.
    url: `postgres://postgres:${password}@localhost:${port}/${DATABASE}`,
    port,
    stop: () => stopServer(home),
  }
}
