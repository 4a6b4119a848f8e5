import { isDeepStrictEqual } from "node:util"
import { Failure } from "../../scripts/lib/failure.mjs"
import { query } from "../../scripts/test/databases.mjs"

/**
 * Five reads that a storefront makes on nearly every page.
 * @param {string} databaseUrl
 * @returns {Promise<{ name: string, path: string }[]>}
 */
export async function coreRoutes(databaseUrl) {
  const first = async (table) => {
    const sql = `SELECT id FROM ${table} WHERE deleted_at IS NULL ORDER BY id LIMIT 1`
    return (await query(databaseUrl, sql))[0].id
  }
  const [product, region] = [await first("product"), await first("region")]
  const price = `fields=*variants.calculated_price&region_id=${region}`
  return [
    { name: "/store/regions", path: "/store/regions" },
    {
      name: "/store/products, 20 titles",
      path: "/store/products?fields=id,title,handle&limit=20",
    },
    {
      name: "/store/products/:id, priced",
      path: `/store/products/${product}?${price}`,
    },
    {
      name: "/store/product-categories",
      path: "/store/product-categories",
    },
    { name: "/store/collections", path: "/store/collections" },
  ]
}

/** @param {import("../lib/load.mjs").Target} target */
async function read({ server, path, headers }) {
  const answer = await fetch(server.url + path, { headers })
  if (!answer.ok) {
    throw new Failure(`${answer.status} from ${path}: ${await answer.text()}`)
  }
  return answer.json()
}

/**
 * A comparison means something only where both give the same answer.
 * @param {import("../lib/load.mjs").Target} a
 * @param {import("../lib/load.mjs").Target} b
 */
export async function refuseDifferent(a, b) {
  if (!isDeepStrictEqual(await read(a), await read(b))) {
    throw new Failure(`${a.path} answers otherwise with the suite than without`)
  }
}
