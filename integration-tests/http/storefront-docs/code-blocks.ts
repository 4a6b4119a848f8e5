import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../helpers/server"

const FENCE = /^```tsx? file=(\S+)\n([\s\S]*?)^```$/gm
/** Below the repository, so that the blocks find its packages; ignored by git. */
const FOLDER = path.join(ROOT, ".cache/storefront-docs")

/** Writes the code of docs/storefront.md into files and returns their folder. */
export function writeStorefrontDocs(): string {
  rmSync(FOLDER, { recursive: true, force: true })
  const document = readFileSync(path.join(ROOT, "docs/storefront.md"), "utf8")
  for (const [, name = "", code = ""] of document.matchAll(FENCE)) {
    const file = path.join(FOLDER, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, code)
  }
  return FOLDER
}
