import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

type Input = { product_id?: string | null; customer_id?: string | null }

/** @throws INVALID_DATA that names the field whose product or customer does not exist */
export const validateTestimonialLinksStep = createStep(
  "validate-testimonial-links",
  async ({ product_id, customer_id }: Input, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const targets = [
      { field: "product_id", entity: "product", id: product_id },
      { field: "customer_id", entity: "customer", id: customer_id },
    ]
    for (const { field, entity, id } of targets) {
      if (!id) {
        continue
      }
      const { data } = await query.graph({
        entity,
        fields: ["id"],
        filters: { id },
      })
      if (data.length === 0) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `Invalid request: ${field}: there is no ${entity} ${id}`
        )
      }
    }
  }
)
