import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminTestimonial } from "../../../types/testimonials"
import { adminTestimonialFields } from "./query-config"

/**
 * One testimonial with its product and customer.
 * @throws NOT_FOUND
 */
export async function readTestimonial(
  container: MedusaContainer,
  id: string
): Promise<AdminTestimonial> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    { entity: "testimonial", fields: adminTestimonialFields, filters: { id } },
    { throwIfKeyNotFound: true }
  )
  return data[0] as unknown as AdminTestimonial
}

export async function readTestimonials(
  container: MedusaContainer,
  ids: string[]
): Promise<AdminTestimonial[]> {
  if (ids.length === 0) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "testimonial",
    fields: adminTestimonialFields,
    filters: { id: ids },
    pagination: { take: ids.length },
  })
  return data as unknown as AdminTestimonial[]
}
