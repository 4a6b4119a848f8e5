import { Failure } from "./failure.mjs"

/** @param {string} line */
export const log = (line) => process.stdout.write(`${line}\n`)

/** @param {number} since */
const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`

/**
 * Shows a long step: a line when it begins, the seconds counted live on a terminal, a line when it is done.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const since = Date.now()
  let done
  const isLive = process.stdout.isTTY
  const show = (text) => process.stdout.write(`\r\x1b[K${text}`)
  const tick = () => show(`${label} … ${seconds(since)}`)
  const timer = isLive ? setInterval(tick, 1000) : undefined
  if (isLive) tick()
  else log(`${label} …`)
  try {
    const result = await work()
    done = `${label}: done in ${seconds(since)}`
    return result
  } finally {
    clearInterval(timer)
    if (isLive) show("")
    if (done) log(done)
  }
}

const SHOWN = 100

/**
 * What a failed command said as the reason, without the middle of a very long one.
 * @param {string} label
 * @param {string} output
 */
export function failureOf(label, output) {
  const lines = output.trim().split("\n")
  if (lines.length > 2 * SHOWN) {
    lines.splice(SHOWN, lines.length - 2 * SHOWN, "[…]")
  }
  return new Failure(`${lines.join("\n")}\n\n${label} failed: see above`)
}
