import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

/**
 * @param {string} file
 * @returns {any} undefined when it is missing or not JSON
 */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"))
  } catch {
    return undefined
  }
}

/**
 * Writes aside and renames, so that a kill leaves the old or the new file, never half of one.
 * @param {string} file
 * @param {unknown} value
 */
export function writeJson(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.draft`
  const text = `${JSON.stringify(value, null, 2)}\n`
  fs.writeFileSync(draft, text, { mode: 0o600 })
  fs.renameSync(draft, file)
}

/** @param {...string} texts */
export function hashText(...texts) {
  return createHash("sha256").update(texts.join("\0")).digest("hex")
}

/** @param {string} target @returns {string[]} the files below it, sorted; a file is its own list */
function listFiles(target) {
  const stat = fs.statSync(target, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [target]
  return fs
    .readdirSync(target)
    .sort()
    .flatMap((name) => listFiles(path.join(target, name)))
}

/**
 * One hash over names and contents.
 * @param {string} root
 * @param {string[]} targets files and folders below the root; missing ones count as empty
 * @param {(file: string) => boolean} [isWanted]
 */
export function hashFiles(root, targets, isWanted = () => true) {
  const hash = createHash("sha256")
  const files = targets
    .flatMap((target) => listFiles(path.join(root, target)))
    .filter((file) => isWanted(path.relative(root, file)))
  for (const file of files) {
    hash.update(`${path.relative(root, file)}\0`)
    hash.update(fs.readFileSync(file))
  }
  return hash.digest("hex")
}
