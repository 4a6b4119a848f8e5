import { createRequire } from "node:module"
import path from "node:path"
import { query } from "../../scripts/test/databases.mjs"
import { medianOf } from "../lib/statistics.mjs"

const TIMES = 7

/** @param {object} node of a plan @returns {string[]} how it reads the testimonials */
function scansOf(node) {
  const below = (node.Plans ?? []).flatMap(scansOf)
  const isRead =
    node["Index Name"]?.includes("testimonial") ||
    node["Relation Name"] === "testimonial"
  if (!isRead || node["Node Type"] === "Bitmap Heap Scan") return below
  const [kind, index] = [node["Node Type"], node["Index Name"]]
  return [index ?? kind, ...below]
}

/**
 * What PostgreSQL says of the module's own statement for each page: its time, and how it reads.
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
    explained.push({
      name,
      milliseconds: medianOf(plans, (plan) => plan["Execution Time"]),
      scans: [...new Set(scansOf(plans[0].Plan))],
    })
  }
  return explained
}
