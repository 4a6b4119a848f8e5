import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createCollectionsWorkflow,
  createProductCategoriesWorkflow,
  createProductTagsWorkflow,
  createProductTypesWorkflow,
} from "@medusajs/medusa/core-flows"
import { find } from "./find"

/** Ids by what the label says. */
export type Ids = Map<string, string>

const missingFrom = (names: string[], ids: Ids) =>
  [...new Set(names)].filter((name) => !ids.has(name))

export type Category = {
  name: string
  handle: string
  description?: string
  parent_category_id?: string
}

/** Ids by handle. */
export async function ensureCategories(
  container: MedusaContainer,
  categories: Category[]
): Promise<Ids> {
  const known = await container
    .resolve(Modules.PRODUCT)
    .listProductCategories(
      { handle: categories.map(({ handle }) => handle) },
      { take: categories.length }
    )
  const ids = new Map(known.map(({ handle, id }) => [handle, id]))
  // One by one: the rank among siblings is counted while creating.
  for (const category of categories.filter(({ handle }) => !ids.has(handle))) {
    const { result } = await createProductCategoriesWorkflow(container).run({
      input: { product_categories: [{ ...category, is_active: true }] },
    })
    ids.set(category.handle, result[0]?.id ?? "")
  }
  return ids
}

export async function ensureTags(
  container: MedusaContainer,
  values: string[]
): Promise<Ids> {
  const known = await container
    .resolve(Modules.PRODUCT)
    .listProductTags({ value: values }, { take: values.length })
  const ids = new Map(known.map(({ value, id }) => [value, id]))
  const { result } = await createProductTagsWorkflow(container).run({
    input: {
      product_tags: missingFrom(values, ids).map((value) => ({ value })),
    },
  })
  result.forEach(({ value, id }) => ids.set(value, id))
  return ids
}

export async function ensureTypes(
  container: MedusaContainer,
  values: string[]
): Promise<Ids> {
  const known = await find<{ id: string; value: string }>(
    container,
    "product_type",
    ["id", "value"],
    { value: values }
  )
  const ids = new Map(known.map(({ value, id }) => [value, id]))
  const { result } = await createProductTypesWorkflow(container).run({
    input: {
      product_types: missingFrom(values, ids).map((value) => ({ value })),
    },
  })
  result.forEach(({ value, id }) => ids.set(value, id))
  return ids
}

export async function ensureCollections(
  container: MedusaContainer,
  titles: string[]
): Promise<Ids> {
  const known = await container
    .resolve(Modules.PRODUCT)
    .listProductCollections({ title: titles }, { take: titles.length })
  const ids = new Map(known.map(({ title, id }) => [title, id]))
  const { result } = await createCollectionsWorkflow(container).run({
    input: {
      collections: missingFrom(titles, ids).map((title) => ({ title })),
    },
  })
  result.forEach(({ title, id }) => ids.set(title, id))
  return ids
}
