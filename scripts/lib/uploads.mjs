import fs from "node:fs"
import path from "node:path"
import { Failure } from "./failure.mjs"

/**
 * Medusa serves `/static` from its working folder, which a build empties: a link leads to the lasting uploads.
 * @param {string} uploads
 * @param {string} workingFolder
 */
export function linkUploads(uploads, workingFolder) {
  const target = path.join(uploads, "public")
  fs.mkdirSync(target, { recursive: true })
  fs.mkdirSync(path.join(uploads, "private"), { recursive: true, mode: 0o700 })
  const link = path.join(workingFolder, "static")
  const stat = fs.lstatSync(link, { throwIfNoEntry: false })
  if (stat && !stat.isSymbolicLink()) {
    throw new Failure(
      `${link} must be a link to the uploads: move its files to ${target} and remove it`
    )
  }
  fs.rmSync(link, { force: true })
  fs.symlinkSync(target, link)
}
