import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"

const ROOT = path.resolve(__dirname, "../..")
const FENCE = /^```tsx? file=(\S+)\n([\s\S]*?)^```$/gm

/**
 * Writes the code of a document in `docs/` into files and returns their folder: below the repository, so that
 * the blocks find its packages, and ignored by git.
 */
export function writeCodeBlocks(document: string): string {
  const folder = path.join(ROOT, ".cache/docs", path.parse(document).name)
  rmSync(folder, { recursive: true, force: true })
  const text = readFileSync(path.join(ROOT, "docs", document), "utf8")
  for (const [, name = "", code = ""] of text.matchAll(FENCE)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, code)
  }
  return folder
}
