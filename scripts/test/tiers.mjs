/**
 * @typedef {object} Tier
 * @property {string} name also the Jest project
 * @property {"nothing" | "postgres" | "store"} needs what must stand before its specs run
 * @property {boolean} [inBand] its specs share one server or one machine's ports
 * @property {RegExp} [alone] of these specs each runs by itself, after all others: they stop what the others need
 * @property {"chromium"} [optional] without it the whole tier is skipped, and counted as such
 */

const MINUTE = 60_000

/** In the order of their cost: what breaks early breaks cheaply. */
export const TIERS = /** @type {Tier[]} */ ([
  { name: "unit", needs: "nothing" },
  { name: "modules", needs: "postgres" },
  { name: "http", needs: "store" },
  { name: "browser", needs: "store", inBand: true, optional: "chromium" },
  {
    ...{ name: "faults", needs: "store" },
    alone: /faults\/(?:postgres-down|reconciliation\/)/,
  },
  { name: "plugin", needs: "postgres", inBand: true },
])

/** A tier that takes longer hangs; with `--full` its specs repeat their faults for hours. */
export const tierLimit = () => (process.env.TEST_FULL ? 300 : 30) * MINUTE

/**
 * `unit http` are tiers; any other word is a file name pattern for Jest.
 * @param {string[]} args
 */
export function chooseTiers(args) {
  const names = TIERS.map(({ name }) => name)
  const chosen = args.filter((arg) => names.includes(arg))
  return {
    tiers: TIERS.filter(
      ({ name }) => chosen.length === 0 || chosen.includes(name)
    ),
    patterns: args.filter((arg) => !names.includes(arg)),
  }
}
