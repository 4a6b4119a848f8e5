import { readdirSync } from "node:fs"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { Failure } from "./lib/failure.mjs"
import { Bench } from "../bench/lib/bench.mjs"
import { readOptions } from "../bench/lib/options.mjs"
import { report } from "../bench/lib/report.mjs"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const folder = path.join(root, "bench")

/** Every script in `bench/` measures the area that it is named after. */
const areas = readdirSync(folder)
  .filter((name) => name.endsWith(".mjs"))
  .map((name) => path.basename(name, ".mjs"))

/** @param {string | undefined} area @param {import("../bench/lib/options.mjs").Options} options */
async function measure(area, options) {
  const file = pathToFileURL(path.join(folder, `${area}.mjs`))
  const { default: run } = await import(file.href)
  const bench = new Bench(root, options)
  bench.stopOnSignals()
  try {
    const goalsMet = report(bench, area, await run(bench))
    return goalsMet ? 0 : 1
  } finally {
    await bench.end()
  }
}

const [area, ...args] = process.argv.slice(2)
if (!areas.includes(area)) {
  console.error(`npm run bench -- <area>, where area is ${areas.join(" or ")}`)
  process.exit(2)
}
try {
  process.exit(await measure(area, readOptions(args)))
} catch (error) {
  console.error(error instanceof Failure ? error.message : error)
  process.exit(1)
}
