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

/**
 * One measure of two sides: the medians of each and of their ratio, and the ratio of every round, which tells how
 * much the machine's noise weighs.
 * @template T
 * @param {T[]} rounds
 * @param {string} first
 * @param {string} second
 * @param {(round: T, side: string) => number} value
 */
export function compare(rounds, first, second, value) {
  const ratio = (each) => value(each, first) / value(each, second)
  return {
    [first]: medianOf(rounds, (each) => value(each, first)),
    [second]: medianOf(rounds, (each) => value(each, second)),
    ratio: medianOf(rounds, ratio),
    ratios: rounds.map((each) => round(ratio(each), 3)),
  }
}
