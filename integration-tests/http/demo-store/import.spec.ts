import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { type Database, query, seededDatabase } from "../../helpers/database"
import {
  logFolder,
  onlineRetailFile,
  storeEnvironment,
  temporaryFolder,
} from "../../helpers/environment"
import { describeWithOnlineRetail } from "../../helpers/optional"
import { run, startService } from "../../helpers/processes"
import { ROOT } from "../../helpers/server"
import { waitFor } from "../../helpers/wait-for"

const SCRIPT = path.join(ROOT, "scripts/import-online-retail.mjs")

const command = (databaseUrl: string, args: string[]) => ({
  command: process.execPath,
  args: [SCRIPT, ...args],
  cwd: ROOT,
  env: { ...storeEnvironment(), DATABASE_URL: databaseUrl },
})

/** Products that came with the import, and all that makes one of them whole. */
const COUNTS = `
  SELECT count(DISTINCT product.id)::int AS products,
    count(DISTINCT product.external_id)::int AS codes,
    count(DISTINCT variant.sku)::int AS skus,
    count(DISTINCT variant.id)::int AS variants,
    count(DISTINCT price.id)::int AS prices,
    count(DISTINCT level.id)::int AS levels,
    count(DISTINCT channel.id)::int AS channels,
    count(DISTINCT category.product_category_id)::int AS categories
  FROM product
  JOIN product_variant variant ON variant.product_id = product.id AND variant.deleted_at IS NULL
  JOIN product_variant_price_set priced ON priced.variant_id = variant.id AND priced.deleted_at IS NULL
  JOIN price ON price.price_set_id = priced.price_set_id AND price.deleted_at IS NULL
  JOIN product_variant_inventory_item item ON item.variant_id = variant.id AND item.deleted_at IS NULL
  JOIN inventory_level level ON level.inventory_item_id = item.inventory_item_id AND level.deleted_at IS NULL
  JOIN product_sales_channel channel ON channel.product_id = product.id AND channel.deleted_at IS NULL
  JOIN product_category_product category ON category.product_id = product.id
  WHERE product.external_id LIKE 'online-retail-ii:%' AND product.deleted_at IS NULL`

const IMPORTED = `SELECT count(*)::int AS products FROM product
  WHERE external_id LIKE 'online-retail-ii:%' AND deleted_at IS NULL`

async function countWhole(database: Database) {
  const [counts] = await query<Record<string, number>>(database.url, COUNTS)
  const [{ products = 0 } = {}] = await query<{ products: number }>(
    database.url,
    IMPORTED
  )
  return { ...counts, imported: products }
}

const wholeProducts = (count: number) => ({
  imported: count,
  products: count,
  codes: count,
  skus: count,
  variants: count,
  prices: count,
  levels: count,
  channels: count,
})

describeWithOnlineRetail("the import of a real catalogue", () => {
  const file = onlineRetailFile() ?? ""
  let database: Database

  beforeEach(async () => {
    database = await seededDatabase()
  })
  afterEach(() => database.drop())

  it("creates nothing twice, and reports what is no product", async () => {
    const args = [file, "--limit", "150"]
    const first = await run(command(database.url, args))
    expect(first.output).toContain("150 products created, 0 were there already")
    expect(first.output).toMatch(/Left out: .* lines, .* codes: postage/)
    expect(first.output).toMatch(/Left out: .*: gift voucher/)
    expect(first.output).toMatch(
      /\d+ of 150 products \| .* a second \| .* left/
    )
    const once = await countWhole(database)
    expect(once).toMatchObject(wholeProducts(150))

    const second = await run(command(database.url, args))
    expect(second.output).toContain(
      "0 products created, 150 were there already"
    )
    expect(await countWhole(database)).toEqual(once)
  }, 180_000)

  it("goes on where it was killed", async () => {
    const args = [file, "--limit", "1200"]
    const logFile = path.join(logFolder(), "import-killed.log")
    const killed = startService({ ...command(database.url, args), logFile })
    await waitFor(async () => (await countWhole(database)).imported >= 100, {
      what: "the first products",
      timeoutMs: 90_000,
      intervalMs: 20,
    })
    await killed.kill()
    await waitFor(() => isQuiet(database), {
      what: "the end of the killed run",
    })
    const { imported } = await countWhole(database)
    expect(imported).toBeGreaterThanOrEqual(100)
    expect(imported).toBeLessThan(1200)

    const { code, output } = await run(command(database.url, args))
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringMatching(/products created/) as string,
    })
    expect(await countWhole(database)).toMatchObject(wholeProducts(1200))
  }, 300_000)
})

async function isQuiet({ url }: Database) {
  const [others] = await query<{ count: number }>(
    url,
    `SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`
  )
  return others?.count === 0
}

/** The database is never reached, so any address will do. */
const NOWHERE = "postgres://postgres@localhost:1/none"

async function errorFor(...args: string[]) {
  const { code, output } = await run(command(NOWHERE, args))
  expect(code).toBe(1)
  expect(output.trim().split("\n")).toHaveLength(1)
  return output
}

describe("a file that cannot be imported", () => {
  it.each([
    ["no file at all", []],
    ["a file that is not there", ["nowhere.parquet"]],
    ["another kind of file", [path.join(ROOT, "package.json")]],
  ])("%s gets one line that says where the data is from", async (_, args) => {
    expect(await errorFor(...args)).toContain("UCI Online Retail II")
  })

  it("a limit that is no number is refused", async () => {
    const file = path.join(ROOT, "package.json")
    expect(await errorFor(file, "--limit", "all")).toContain("--limit")
  })
})

describeWithOnlineRetail("a parquet file of something else", () => {
  it("gets one line that names the missing column", async () => {
    const file = path.join(temporaryFolder(), "other-columns.parquet")
    const bytes = readFileSync(onlineRetailFile() ?? "").toString("latin1")
    writeFileSync(file, bytes.replaceAll("StockCode", "StackCode"), "latin1")
    const database = await seededDatabase()
    const { code, output } = await run(command(database.url, [file]))
    await database.drop()
    expect(code).toBe(1)
    expect(output.trim().split("\n")).toHaveLength(1)
    expect(output).toContain("lacks the column StockCode")
  })
})
