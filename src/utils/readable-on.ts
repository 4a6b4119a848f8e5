/** How much more the eye sees of each of red, green and blue. */
const WEIGHTS = [0.299, 0.587, 0.114]
const BRIGHT = 160

/**
 * The colour of a text on a ground of some colour: white, or a dark one where that could not be read.
 * @param ground - as #rrggbb
 * @example readableOn("#fde047") // "#111827"
 */
export function readableOn(ground: string): string {
  const brightness = WEIGHTS.reduce(
    (sum, weight, index) =>
      sum + weight * parseInt(ground.slice(1 + 2 * index, 3 + 2 * index), 16),
    0
  )
  return brightness > BRIGHT ? "#111827" : "#ffffff"
}
