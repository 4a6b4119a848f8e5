import { query } from "../../scripts/test/databases.mjs"
import { median } from "../lib/statistics.mjs"
import { completeCart, createReadyCart } from "./carts.mjs"

const CARTS = 40
const WARM_UP = 8

/** A variant that does not run out, and the region of its buyers. @param {string} databaseUrl */
export async function prepareStock(databaseUrl) {
  await query(
    databaseUrl,
    'UPDATE inventory_level SET stocked_quantity = 1000000, raw_stocked_quantity = \'{"value":"1000000","precision":20}\''
  )
  const [choice] = await query(
    databaseUrl,
    `SELECT v.id AS variant_id, r.region_id FROM product_variant v
     JOIN product p ON p.id = v.product_id AND p.status = 'published' AND p.deleted_at IS NULL
     JOIN product_variant_inventory_item i ON i.variant_id = v.id AND i.deleted_at IS NULL
     CROSS JOIN region_country r WHERE r.iso_2 = 'in' AND r.region_id IS NOT NULL AND v.deleted_at IS NULL
     ORDER BY v.id LIMIT 1`
  )
  return choice
}

/**
 * Completes as many carts on either side, by turns, one at a time: what a shopper waits for.
 * @param {{ on: import("../lib/server.mjs").Server, off: import("../lib/server.mjs").Server }} servers
 * @param {Record<string, string>} headers
 * @param {Awaited<ReturnType<typeof prepareStock>>} choice
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
