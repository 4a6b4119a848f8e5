import { Failure } from "../../scripts/lib/failure.mjs"
import { query } from "../../scripts/test/databases.mjs"

/** @typedef {{ region_id: string, variant_id: string }} Choice what every cart holds, and where it goes */

/**
 * One request of a shopper; anything but success ends the benchmark.
 * @param {import("./server.mjs").Server} server
 * @param {Record<string, string>} headers
 * @param {string} path
 * @param {object} [body] makes it a POST
 */
export async function ask(server, headers, path, body) {
  const answer = await fetch(server.url + path, {
    method: body ? "POST" : "GET",
    headers: { ...headers, "content-type": "application/json" },
    body: body && JSON.stringify(body),
  })
  if (!answer.ok) {
    throw new Failure(`${answer.status} from ${path}: ${await answer.text()}`)
  }
  return answer.json()
}

const ADDRESS = {
  first_name: "Asha",
  last_name: "Rao",
  address_1: "12 Church Street",
  city: "Bengaluru",
  postal_code: "560001",
  country_code: "in",
}

/**
 * A cart that only waits to be completed: one piece, address, shipping, a session of the system provider.
 * @param {import("./server.mjs").Server} server
 * @param {Record<string, string>} headers
 * @param {Choice} choice
 * @returns {Promise<string>} its id
 */
export async function createReadyCart(server, headers, choice) {
  const shop = (path, body) => ask(server, headers, `/store${path}`, body)
  const { region_id, variant_id } = choice
  const { cart } = await shop("/carts", {
    region_id,
    items: [{ variant_id, quantity: 1 }],
    email: "bench@store.test",
    shipping_address: ADDRESS,
  })
  const { shipping_options } = await shop(
    `/shipping-options?cart_id=${cart.id}`
  )
  await shop(`/carts/${cart.id}/shipping-methods`, {
    option_id: shipping_options[0].id,
  })
  const { payment_collection } = await shop("/payment-collections", {
    cart_id: cart.id,
  })
  await shop(`/payment-collections/${payment_collection.id}/payment-sessions`, {
    provider_id: "pp_system_default",
  })
  return cart.id
}

/**
 * @param {import("./server.mjs").Server} server
 * @param {Record<string, string>} headers
 * @param {string} cartId
 * @returns {Promise<number>} milliseconds until the order was there
 */
export async function completeCart(server, headers, cartId) {
  const since = performance.now()
  const { type } = await ask(
    server,
    headers,
    `/store/carts/${cartId}/complete`,
    {}
  )
  if (type !== "order") throw new Failure(`The cart ${cartId} gave no order`)
  return performance.now() - since
}

/**
 * Fills the stock.
 * @param {string} databaseUrl
 * @returns {Promise<Choice>} a variant that does not run out, and the region of its buyers
 */
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
