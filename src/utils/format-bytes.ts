const UNITS = ["bytes", "kB", "MB", "GB", "TB"]
const STEP = 1024

/**
 * A size in words, rounded to one digit.
 * @example formatBytes(20_971_520) // "20 MB"
 */
export function formatBytes(bytes: number): string {
  const power = Math.min(
    UNITS.length - 1,
    Math.floor(Math.log(Math.max(1, bytes)) / Math.log(STEP))
  )
  const amount = Math.round((bytes / STEP ** power) * 10) / 10
  return `${amount} ${UNITS[power]}`
}
