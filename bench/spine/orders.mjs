import { median } from "../lib/statistics.mjs"
import { completeCart, createReadyCart } from "../lib/carts.mjs"

const CARTS = 40
const WARM_UP = 8

/**
 * Completes as many carts on either side, by turns, one at a time: what a shopper waits for.
 * @param {{ on: import("../lib/server.mjs").Server, off: import("../lib/server.mjs").Server }} servers
 * @param {Record<string, string>} headers
 * @param {import("../lib/carts.mjs").Choice} choice
 * @param {boolean} isSwapped
 */
export async function measureOrders(servers, headers, choice, isSwapped) {
  const sides = isSwapped ? ["off", "on"] : ["on", "off"]
  const carts = { on: [], off: [] }
  for (let made = 0; made < CARTS + WARM_UP; made++) {
    for (const side of sides) {
      carts[side].push(await createReadyCart(servers[side], headers, choice))
    }
  }
  const times = { on: [], off: [] }
  for (let number = 0; number < CARTS + WARM_UP; number++) {
    const order = number % 2 ? sides : [...sides].reverse()
    for (const side of order) {
      const cart = carts[side][number]
      const time = await completeCart(servers[side], headers, cart)
      if (number >= WARM_UP) times[side].push(time)
    }
  }
  return { on: median(times.on), off: median(times.off) }
}
