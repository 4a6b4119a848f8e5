import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { suiteOptions } from "../../../config/suite-options"
import type { ReviewedItem } from "../../../utils/json-ld"

/** What the testimonials of a page are about: one published product, or the shop itself; nothing when there is no such product. */
export async function retrieveReviewedItem(
  container: MedusaContainer,
  productId: string | undefined
): Promise<ReviewedItem | undefined> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const url = suiteOptions().general.storefrontUrl
  if (productId) {
    const { data } = await query.graph({
      entity: "product",
      fields: ["title", "thumbnail"],
      filters: { id: productId, status: "published" },
    })
    return data[0] && presentProduct(data[0])
  }
  const { data } = await query.graph({ entity: "store", fields: ["name"] })
  return { type: "Organization", name: data[0]?.name ?? "", url }
}

function presentProduct(product: {
  title: string
  thumbnail: string | null
}): ReviewedItem {
  const { title: name, thumbnail } = product
  return { type: "Product", name, ...(thumbnail && { image: thumbnail }) }
}
