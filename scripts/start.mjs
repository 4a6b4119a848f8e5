// No import and no syntax that an old Node lacks: it must live long enough to name the Node we need.
import { readFileSync } from "fs"
import { fileURLToPath } from "url"

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "")
const range = JSON.parse(readFileSync(root + "/package.json", "utf8")).engines
  .node

/** Understands what `engines` uses: "^20.19.0 || >=22.12.0". */
function satisfies(version, wanted) {
  const numbers = (text) => text.match(/\d+/g).map(Number)
  const found = numbers(version)
  return wanted.split("||").some((part) => {
    const least = numbers(part)
    const differing = least.findIndex((number, i) => number !== found[i])
    const isNewer = differing < 0 || found[differing] > least[differing]
    return part.includes("^") ? isNewer && found[0] === least[0] : isNewer
  })
}

if (!satisfies(process.versions.node, range)) {
  console.error(
    "This store needs Node.js " + range + "; this is " + process.versions.node
  )
  process.exit(1)
}

import("./lib/start-store.mjs").then(({ startStore }) =>
  startStore({ root, isDevelopment: process.argv.includes("--dev") })
)
