import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** Of the given customers, those with a completed order: their testimonials count as verified. */
export const listCustomersWithCompletedOrderStep = createStep(
  "list-customers-with-completed-order",
  async (customerIds: (string | null | undefined)[], { container }) => {
    const ids = [...new Set(customerIds)].filter((id) => typeof id === "string")
    if (ids.length === 0) {
      return new StepResponse<string[]>([])
    }
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "order",
      fields: ["customer_id"],
      filters: { customer_id: ids, status: "completed" },
    })
    const buyers = new Set(data.map(({ customer_id }) => customer_id))
    return new StepResponse(ids.filter((id) => buyers.has(id)))
  }
)
