import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"
import { appFolder, temporaryFolder } from "./environment"

const LINKS = ["node_modules", "static"]

/**
 * A copy of the built app with files of a spec's own, as its operator would add them.
 * @param files - compiled JavaScript by its path in the app
 * @returns the folder, for `startServer({ directory })`
 * @example appWith({ "src/tasks/spec-note.js": "exports.default = { name: 'spec-note', … }" })
 */
export function appWith(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(temporaryFolder(), "app-"))
  cpSync(appFolder(), folder, {
    recursive: true,
    filter: (file) => !LINKS.includes(path.basename(file)),
  })
  for (const link of LINKS) {
    symlinkSync(readlinkSync(path.join(appFolder(), link)), `${folder}/${link}`)
  }
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), source)
  }
  return folder
}
