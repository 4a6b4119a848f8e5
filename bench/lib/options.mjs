import { parseArgs } from "node:util"
import { Failure } from "../../scripts/lib/failure.mjs"

/**
 * @typedef {object} Options
 * @property {number} rounds how often everything is measured; the median counts
 * @property {number} seconds the length of one block of load
 * @property {number} connections
 * @property {number} events how many login events the larger table of that bench has
 * @property {number} messages how many mails the bench of messages sends through one server
 * @property {number} logins how many wrong passwords the bench of sign-in tries for each side
 */

const DEFAULTS = {
  ...{ rounds: 7, seconds: 0.75, connections: 32 },
  ...{ events: 10_000_000, logins: 2_000, messages: 50_000 },
}

/**
 * Shorter runs are for work on the benchmarks; only the defaults are recorded.
 * @param {string[]} args `--rounds 3 --seconds 1`
 * @returns {Options}
 */
export function readOptions(args) {
  const { values } = parse(args)
  const given = Object.entries(values).map(([name, text]) => {
    const number = Number(text)
    if (!(number > 0)) throw new Failure(`--${name} must be a number above 0`)
    return [name, number]
  })
  return { ...DEFAULTS, ...Object.fromEntries(given) }
}

/** @param {string[]} args */
function parse(args) {
  const names = Object.keys(DEFAULTS)
  const options = names.map((name) => [name, { type: "string" }])
  try {
    return parseArgs({ args, options: Object.fromEntries(options) })
  } catch (error) {
    const known = names.map((name) => `--${name}`).join(", ")
    throw new Failure(`${error.message}\nOptions: ${known}`)
  }
}
