import { query } from "../../scripts/test/databases.mjs"

/**
 * A request for the list.
 * @typedef {object} Variant
 * @property {string} name
 * @property {string} path
 * @property {string[]} [paths] of many different pages, asked for in turn
 * @property {Record<string, unknown>} page the same for the module's own statement
 * @property {boolean} isLoaded the others are only explained
 * @property {boolean} hasGoal
 */

export const EMPTY_PATH = "/store/bench-empty"

/** Ours by name: what a storefront asks all day, then what it may ask, then what only a stranger asks. */
const VARIANTS = [
  { name: "default page" },
  { name: "placement=home", page: { placement: "home" } },
  { name: "product_id", page: { product_id: "" } },
  { name: "locale=en", page: { locale: "en" } },
  { name: "offset=1000", page: { offset: 1000 } },
  {
    name: "108 product pages in turn",
    page: { product_id: "" },
    isMixed: true,
    hasGoal: false,
  },
  { name: "json_ld=true", more: { json_ld: true }, hasGoal: false },
  {
    name: "placement=checkout",
    page: { placement: "checkout" },
    isLoaded: false,
  },
  { name: "rare locale", page: { locale: "fr" }, isLoaded: false },
  { name: "unknown locale", page: { locale: "zz" }, isLoaded: false },
  {
    name: "rare locale, placement=checkout",
    page: { locale: "fr", placement: "checkout" },
    isLoaded: false,
  },
]

/** @param {Record<string, unknown>} parameters */
function pathOf(parameters) {
  const text = new URLSearchParams(parameters).toString()
  return `/store/testimonials${text && `?${text}`}`
}

/**
 * @param {string} databaseUrl
 * @returns {Promise<Variant[]>}
 */
export async function listVariants(databaseUrl) {
  const sql = "SELECT id FROM product WHERE deleted_at IS NULL ORDER BY id"
  const products = (await query(databaseUrl, sql)).slice(0, 36)
  const productPages = products.flatMap(({ id }) =>
    [0, 12, 24].map((offset) => pathOf({ product_id: id, offset }))
  )
  return VARIANTS.map(
    ({
      name,
      page = {},
      more = {},
      isMixed = false,
      isLoaded = true,
      hasGoal = isLoaded,
    }) => {
      const asked = "product_id" in page ? { product_id: products[0].id } : page
      return {
        name,
        path: pathOf({ ...asked, ...more }),
        paths: isMixed ? productPages : undefined,
        page: { limit: 12, offset: 0, ...asked },
        isLoaded,
        hasGoal,
      }
    }
  )
}
