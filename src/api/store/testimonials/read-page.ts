import type { MedusaContainer } from "@medusajs/framework/types"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"
import type { StoreTestimonialsResponse } from "../../../types/testimonials"
import { presentTestimonialsJsonLd } from "./presenters"
import { retrieveReviewedItem } from "./reviewed-item"
import type { StoreGetTestimonialsType } from "./validators"

/** A page of what shoppers see, and with `json_ld` the same for search engines. */
export async function readPage(
  container: MedusaContainer,
  { json_ld, ...page }: StoreGetTestimonialsType
): Promise<StoreTestimonialsResponse> {
  const service =
    container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
  const { testimonials, count, average } = await service.listPublished({
    ...page,
    now: new Date(),
  })
  const summary = { count, average }
  const { limit, offset } = page
  const response = { testimonials, summary, count, limit, offset }
  if (!json_ld) {
    return response
  }
  const item = await retrieveReviewedItem(container, page.product_id)
  return item
    ? {
        ...response,
        json_ld: presentTestimonialsJsonLd(item, testimonials, summary),
      }
    : response
}
