import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { toHandle, ProductStatus } from "@medusajs/framework/utils"
import {
  ensureCategories,
  ensureCollections,
  ensureTags,
  ensureTypes,
  type Ids,
} from "./base/labels"
import {
  createStockedProducts,
  findMissing,
  type StockedProduct,
} from "./base/products"
import type { Warehouse } from "./base/warehouse"
import {
  type CatalogueProduct,
  catalogue,
  categories,
  variantsOf,
} from "./catalogue"
import { uploadImages } from "./images"

/** Few at a time: a killed run leaves at most the pictures of one batch without a product. */
const BATCH = 8

export type Labels = {
  categories: Ids
  tags: Ids
  types: Ids
  collections: Ids
}

/** What the products are sorted by. */
export async function ensureLabels(
  container: MedusaContainer
): Promise<Labels> {
  const shelves = Object.entries(categories).map(([name, description]) => ({
    name,
    description,
    handle: toHandle(name),
  }))
  const collections = catalogue.map(({ collection }) => collection)
  const tags = catalogue.flatMap((product) => product.tags)
  const types = catalogue.map(({ type }) => type)
  return {
    categories: await ensureCategories(container, shelves),
    collections: await ensureCollections(container, collections),
    tags: await ensureTags(container, tags),
    types: await ensureTypes(container, types),
  }
}

/** Creates the products that are missing, with their pictures, prices and stock. */
export async function stockCatalogue(
  container: MedusaContainer,
  warehouse: Warehouse,
  labels: Labels,
  logger: Logger
): Promise<number> {
  const products = catalogue.map((product) => toProduct(product, labels))
  const missing = await findMissing(container, products)
  for (let start = 0; start < missing.length; start += BATCH) {
    const batch = missing.slice(start, start + BATCH)
    await createStockedProducts(
      container,
      warehouse,
      await withUploadedImages(container, batch)
    )
    logger.info(
      `Demo store: ${start + batch.length} of ${missing.length} products`
    )
  }
  return missing.length
}

type PicturedProduct = StockedProduct & { pictures: string[] }

async function withUploadedImages(
  container: MedusaContainer,
  products: PicturedProduct[]
): Promise<StockedProduct[]> {
  const urls = await uploadImages(
    container,
    products.flatMap(({ pictures }) => pictures)
  )
  return products.map(({ pictures, ...product }) => {
    const own = urls.splice(0, pictures.length)
    return {
      ...product,
      thumbnail: own[0],
      images: own.map((url) => ({ url })),
      variants: product.variants.map((variant) => ({
        ...variant,
        thumbnail: own[pictures.findIndex((name) => shows(name, variant))],
      })),
    }
  })
}

/** A picture of one colour or scent ends with it: `stoneware-mug-ochre`. */
const shows = (
  picture: string,
  { options = {} }: { options?: Record<string, string> }
) =>
  Object.values(options).some((value) =>
    picture.endsWith(`-${toHandle(value)}`)
  )

function toProduct(product: CatalogueProduct, labels: Labels): PicturedProduct {
  const { title, subtitle, handle, description, material, weight } = product
  return {
    title,
    subtitle,
    handle,
    description,
    material,
    weight,
    external_id: `demo-store:${handle}`,
    origin_country: product.origin,
    status: ProductStatus.PUBLISHED,
    category_ids: [labels.categories.get(toHandle(product.category)) ?? ""],
    collection_id: labels.collections.get(product.collection),
    type_id: labels.types.get(product.type),
    tag_ids: product.tags.map((tag) => labels.tags.get(tag) ?? ""),
    pictures: product.images,
    options: Object.entries(product.options).map(([title, values]) => ({
      title,
      values,
    })),
    variants: variantsOf(product).map(({ prices, ...variant }) => ({
      ...variant,
      weight,
      prices: Object.entries(prices).map(([currency_code, amount]) => ({
        currency_code,
        amount,
      })),
    })),
  }
}
