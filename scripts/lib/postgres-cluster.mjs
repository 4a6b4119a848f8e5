import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { Failure } from "./failure.mjs"
import { run } from "./processes.mjs"

/** @typedef {import("./postgres-home.mjs").Home} Home */

export const DATABASE = "medusa"

/**
 * Runs a PostgreSQL program as the cluster's user, in a session of its own: Ctrl-C must not reach it.
 * @param {Home} home
 * @param {string} program
 * @param {string[]} args
 * @param {string} [input]
 */
export function runProgram(home, program, args, input) {
  return run(path.join(home.bin, program), args, {
    ...home.user,
    cwd: home.folder,
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    detached: true,
    input,
  })
}

/**
 * @param {Home} home
 * @param {string} target
 */
export function giveToServer({ user }, target) {
  if (user.uid !== undefined) fs.chownSync(target, user.uid, user.gid)
}

/** @param {Home} home */
const passwordFile = (home) => path.join(home.folder, "password")

/**
 * Creates cluster and database aside and renames them at the end, so that a half-made one is never used.
 * @param {Home} home
 */
export async function createCluster(home) {
  const draft = path.join(home.folder, "data.draft")
  const secret = path.join(home.folder, "password.draft")
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { mode: 0o700 })
  fs.writeFileSync(secret, randomBytes(24).toString("hex"), { mode: 0o600 })
  giveToServer(home, draft)
  giveToServer(home, secret)
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

/** @param {Home} home */
export const readPassword = (home) =>
  fs.readFileSync(passwordFile(home), "utf8").trim()
