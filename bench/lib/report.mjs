import { cpus, loadavg } from "node:os"
import path from "node:path"
import { readJson, writeJson } from "../../scripts/lib/files.mjs"
import { log } from "../../scripts/lib/progress.mjs"
import { round } from "./statistics.mjs"

/**
 * What an area has measured.
 * @typedef {object} Measured
 * @property {{ title: string, rows: Record<string, unknown>[] }[]} tables for people
 * @property {Record<string, unknown>} medians for programs
 * @property {import("./goals.mjs").Goal[]} goals
 */

const text = (cell) =>
  typeof cell === "number" ? String(round(cell)) : String(cell ?? "")

/** @param {{ title: string, rows: Record<string, unknown>[] }} table a Markdown table, as the README keeps it */
function formatTable({ title, rows }) {
  const names = Object.keys(rows[0])
  const cells = [names, ...rows.map((row) => names.map((n) => text(row[n])))]
  const width = names.map((_, column) =>
    Math.max(...cells.map((row) => row[column].length))
  )
  const lines = cells.map(
    (row) => `| ${row.map((cell, at) => cell.padEnd(width[at])).join(" | ")} |`
  )
  const rule = `| ${width.map((size) => "-".repeat(size)).join(" | ")} |`
  return ["", title, "", lines[0], rule, ...lines.slice(1)].join("\n")
}

/** @param {import("./bench.mjs").Bench} bench */
function circumstances({ root, options, startedAt, loadBefore, postgres }) {
  const medusa = path.join(root, "node_modules/@medusajs/medusa/package.json")
  const load = (averages) => averages.map((average) => round(average, 3))
  return {
    date: startedAt.toISOString(),
    options,
    minutes: round((Date.now() - startedAt.getTime()) / 60_000, 3),
    load: { before: load(loadBefore), after: load(loadavg()) },
    machine: { cpus: cpus().length, model: cpus()[0]?.model },
    versions: {
      node: process.versions.node,
      medusa: readJson(medusa)?.version,
      postgres,
      suite: readJson(path.join(root, "package.json"))?.version,
    },
  }
}

/**
 * Prints the tables, then one line of JSON, and keeps that below `.medusa/bench`.
 * @param {import("./bench.mjs").Bench} bench
 * @param {string} area
 * @param {Measured} measured
 * @returns {boolean} whether every goal is met
 */
export function report(bench, area, { tables, medians, goals }) {
  const goalsMet = goals.every(({ met }) => met)
  const given = process.argv.slice(2).join(" ")
  const result = {
    area,
    command: `npm run bench -- ${given}`,
    ...circumstances(bench),
    medians,
    goals,
    goalsMet,
  }
  writeJson(path.join(bench.root, `.medusa/bench/${area}.json`), result)
  const verdicts = goals.map(({ met, ...goal }) => ({
    ...goal,
    met: met ? "yes" : "NO",
  }))
  const all = [...tables, { title: "Goals", rows: verdicts }]
  log(`${all.map(formatTable).join("\n")}\n`)
  log(JSON.stringify(result))
  return goalsMet
}
