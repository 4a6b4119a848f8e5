/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2
}

/** @param {number} number @param {number} [digits] significant ones */
export const round = (number, digits = 4) => Number(number.toPrecision(digits))

/**
 * The median of what each round gave for itself: a busy minute spoils both sides of its own round only.
 * @template T
 * @param {T[]} rounds
 * @param {(round: T) => number} value
 */
export const medianOf = (rounds, value) => round(median(rounds.map(value)))
