import { spawnSync } from "node:child_process"
import { existsSync, statSync } from "node:fs"
import { Failure } from "./failure.mjs"

/** @typedef {{ uid: number, gid: number } | Record<string, never>} ServerUser empty: the user who runs us */

const USER = "postgres"

/** @returns {ServerUser | undefined} */
function lookUp() {
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    spawnSync("id", [flag, USER], { encoding: "utf8" })
  )
  if (uid?.status !== 0 || gid?.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

function create() {
  const shell = "/usr/sbin/nologin"
  return spawnSync("useradd", ["--system", "--user-group", "-s", shell, USER])
}

/**
 * PostgreSQL refuses to run as root: root hands it to the owner of the data, or to the user "postgres".
 * @param {string} data the cluster's folder, which may not exist yet
 * @param {(line: string) => void} log
 * @returns {ServerUser}
 */
export function serverUser(data, log) {
  if (process.getuid() !== 0) return {}
  if (existsSync(data)) {
    const { uid, gid } = statSync(data)
    if (uid !== 0) return { uid, gid }
  }
  const known = lookUp()
  if (known) return known
  create()
  const created = lookUp()
  if (!created) {
    throw new Failure(
      `PostgreSQL does not run as root, and the user "${USER}" could not be created: start as another user, or set DATABASE_URL`
    )
  }
  log(`Created the system user "${USER}": PostgreSQL does not run as root`)
  return created
}

/**
 * Whether that user can enter the folder and run the program.
 * @param {ServerUser} user
 * @param {string} folder
 * @param {string} program
 */
export function canUse(user, folder, program) {
  const script = 'cd "$1" && test -x "$2" && test -r "$2"'
  const { status, error } = spawnSync(
    "/bin/sh",
    ["-c", script, "sh", folder, program],
    { ...user, cwd: "/", stdio: "ignore" }
  )
  if (error) {
    throw new Failure(
      `Cannot run a program as the user "${USER}" (${error.code}): start as another user, or set DATABASE_URL`
    )
  }
  return status === 0
}
