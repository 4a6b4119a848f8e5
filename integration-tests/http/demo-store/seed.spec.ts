import path from "node:path"
import { type Database, query, seededDatabase } from "../../helpers/database"
import { storeEnvironment } from "../../helpers/environment"
import { run } from "../../helpers/processes"
import { ROOT } from "../../helpers/server"

async function seedAgain({ url }: Database) {
  const { code, output } = await run({
    command: process.execPath,
    args: [
      path.join(ROOT, "node_modules/@medusajs/cli/cli.js"),
      "exec",
      "./app/seed/index.ts",
    ],
    cwd: ROOT,
    env: { ...storeEnvironment(), DATABASE_URL: url },
  })
  if (code !== 0) throw new Error(output)
  return output
}

const TABLES = [
  "product",
  "product_variant",
  "product_category",
  "product_tag",
  "image",
  "inventory_item",
  "inventory_level",
  "product_variant_price_set",
  "region",
  "region_payment_provider",
  "price_preference",
  "shipping_option",
  "tax_region",
  "tax_rate",
]

async function countRows({ url }: Database) {
  const counts = TABLES.map(
    (table) =>
      `(SELECT count(*)::int FROM ${table} WHERE deleted_at IS NULL) AS ${table}`
  )
  const [row] = await query(url, `SELECT ${counts.join(", ")}`)
  return row
}

describe("the seed of the demo store", () => {
  let database: Database

  beforeEach(async () => {
    database = await seededDatabase()
  })
  afterEach(() => database.drop())

  it("adds nothing when it runs again", async () => {
    const before = await countRows(database)
    expect(await seedAgain(database)).toContain("nothing was missing")
    expect(await countRows(database)).toEqual(before)
  }, 90_000)

  it("makes whole what a killed run left torn: products and deliveries without prices, bare regions", async () => {
    const whole = await countRows(database)
    await query(
      database.url,
      `DELETE FROM product_variant_price_set WHERE variant_id IN (
        SELECT variant.id FROM product_variant variant
        JOIN product ON product.id = variant.product_id
        WHERE product.handle IN ('stoneware-mug', 'masala-chai'))`
    )
    await query(
      database.url,
      `DELETE FROM price_preference WHERE value <> 'eur'`
    )
    await query(database.url, `DELETE FROM region_payment_provider`)
    await query(
      database.url,
      `DELETE FROM shipping_option_price_set WHERE shipping_option_id = (
        SELECT id FROM shipping_option WHERE name LIKE 'Express%' LIMIT 1)`
    )
    expect(await seedAgain(database)).toContain("2 products added")
    expect(await countRows(database)).toEqual(whole)
  }, 90_000)
})
