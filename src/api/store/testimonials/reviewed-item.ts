import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { suiteOptions } from "../../../config/suite-options"
import type { ReviewedItem } from "../../../utils/json-ld"

/** What the testimonials of a page are about: one published product, or the shop itself. */
export async function retrieveReviewedItem(
  container: MedusaContainer,
  productId: string | undefined
): Promise<ReviewedItem> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const url = suiteOptions().general.storefrontUrl
  if (productId) {
    const { data } = await query.graph({
      entity: "product",
      fields: ["title", "thumbnail"],
      filters: { id: productId, status: "published" },
    })
    if (data[0]) {
      const { title: name, thumbnail } = data[0]
      return { type: "Product", name, ...(thumbnail && { image: thumbnail }) }
    }
  }
  const { data } = await query.graph({ entity: "store", fields: ["name"] })
  return { type: "Organization", name: data[0]?.name ?? "", url }
}
