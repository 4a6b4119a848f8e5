import { createRequire } from "node:module"
import path from "node:path"
import { query } from "../../scripts/test/databases.mjs"
import { medianOf } from "../lib/statistics.mjs"

const TIMES = 7

/** @param {object} node of a plan @returns {object[]} the parts that read testimonials or their totals */
function readersOf(node) {
  const below = (node.Plans ?? []).flatMap(readersOf)
  const isReader =
    node["Index Name"]?.includes("testimonial") ||
    node["Relation Name"] === "testimonial"
  // What a bitmap's index finds is read by the heap scan above it, counted once.
  return isReader && node["Node Type"] !== "Bitmap Index Scan"
    ? [node, ...below]
    : below
}

/** @param {object} node a bitmap's indexes stand below it */
const indexesOf = (node) => [
  ...(node["Index Name"] ? [node["Index Name"]] : []),
  ...(node.Plans ?? []).flatMap(indexesOf),
]

/** @param {object} node rows that the filter threw away were read all the same */
const rowsRead = (node) =>
  (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) *
  node["Actual Loops"]

/** @param {object} node */
const describe = (node) =>
  indexesOf(node).join(" + ") || `${node["Node Type"]} of all rows`

/**
 * What PostgreSQL says of the module's own statement for each page: its time, how many rows it reads, and how.
 * @param {string} app the built app
 * @param {string} databaseUrl
 * @param {import("./variants.mjs").Variant[]} variants
 */
export async function explainPages(app, databaseUrl, variants) {
  const file = path.join(app, "src/modules/testimonials/published-sql.js")
  const { publishedPageSql } = createRequire(import.meta.url)(file)
  const explained = []
  for (const { name, page } of variants) {
    const { sql, values } = publishedPageSql({ ...page, now: new Date() })
    let number = 0
    const numbered = sql.replace(/\?/g, () => `$${++number}`)
    const plans = []
    for (let time = 0; time < TIMES; time++) {
      const explain = `EXPLAIN (ANALYZE, FORMAT JSON) ${numbered}`
      const [row] = await query(databaseUrl, explain, values)
      plans.push(row["QUERY PLAN"][0])
    }
    const readers = readersOf(plans[0].Plan)
    explained.push({
      name,
      milliseconds: medianOf(plans, (plan) => plan["Execution Time"]),
      rowsRead: readers.reduce((total, node) => total + rowsRead(node), 0),
      reads: readers.map(describe),
    })
  }
  return explained
}
