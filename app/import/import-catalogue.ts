import type { MedusaContainer } from "@medusajs/framework/types"
import { ProductStatus } from "@medusajs/framework/utils"
import { ensureCategories, type Ids } from "../seed/base/labels"
import { openMarkets } from "../seed/base/open-markets"
import {
  createStockedProducts,
  findMissing,
  type StockedProduct,
} from "../seed/base/products"
import { ensureWarehouse } from "../seed/base/warehouse"
import type { RetailProduct } from "./catalogue"
import { CATEGORY_NAMES } from "./categories"
import { toHandle } from "./descriptions"
import { unitedKingdom } from "./united-kingdom"

/** Large enough to be fast, small enough that a killed run loses little. */
const BATCH = 100
const ROOT = { name: "Online Retail", handle: "online-retail" }
const OPTION = "Default option"
const OPTION_VALUE = "Default option value"

type Progress = (done: number, total: number) => Promise<void>

/**
 * Adds the products that the store lacks, and the United Kingdom to sell them in.
 * @returns how many were created
 */
export async function importCatalogue(
  container: MedusaContainer,
  products: RetailProduct[],
  onProgress: Progress
): Promise<number> {
  const warehouse = await ensureWarehouse(container)
  await openMarkets(container, warehouse, [unitedKingdom])
  const categories = await ensureRetailCategories(container)
  let created = 0
  await onProgress(0, products.length)
  for (let start = 0; start < products.length; start += BATCH) {
    const batch = products.slice(start, start + BATCH)
    const missing = await findMissing(
      container,
      batch.map((product) => toStockedProduct(product, categories))
    )
    await createStockedProducts(container, warehouse, missing)
    created += missing.length
    await onProgress(start + batch.length, products.length)
  }
  return created
}

const categoryHandle = (name: string) => toHandle(ROOT.handle, name)

/** Below a category of their own, so that they never mix with the merchant's. */
async function ensureRetailCategories(
  container: MedusaContainer
): Promise<Ids> {
  const root = await ensureCategories(container, [ROOT])
  return ensureCategories(
    container,
    CATEGORY_NAMES.map((name) => ({
      name,
      handle: categoryHandle(name),
      parent_category_id: root.get(ROOT.handle),
    }))
  )
}

function toStockedProduct(
  { code, title, handle, category, pence, stock }: RetailProduct,
  categories: Ids
): StockedProduct {
  return {
    external_id: `online-retail-ii:${code}`,
    title,
    handle,
    description: `${title}. Stock code ${code} of a British gift shop, from the data set Online Retail II (UCI Machine Learning Repository, CC BY 4.0).`,
    status: ProductStatus.PUBLISHED,
    category_ids: [categories.get(categoryHandle(category)) ?? ""],
    options: [{ title: OPTION, values: [OPTION_VALUE] }],
    variants: [
      {
        title,
        sku: code,
        stock,
        options: { [OPTION]: OPTION_VALUE },
        // Medusa counts in pounds.
        prices: [{ currency_code: "gbp", amount: pence / 100 }],
      },
    ],
  }
}
