/**
 * A ratio and what it must reach.
 * @typedef {{ what: string, value: number, goal: string, met: boolean }} Goal
 */

/** @param {string} what @param {number} value @param {number} bound @returns {Goal} */
export const atLeast = (what, value, bound) => ({
  what,
  value,
  goal: `≥ ${bound}`,
  met: value >= bound,
})

/** @param {string} what @param {number} value @param {number} bound @returns {Goal} */
export const atMost = (what, value, bound) => ({
  what,
  value,
  goal: `≤ ${bound}`,
  met: value <= bound,
})
