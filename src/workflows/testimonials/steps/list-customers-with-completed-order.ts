import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** Of the given customers, those with a completed order: their testimonials count as verified. */
export const listCustomersWithCompletedOrderStep = createStep(
  "list-customers-with-completed-order",
  async (customerIds: (string | null | undefined)[], { container }) => {
    const ids = [...new Set(customerIds)].filter((id) => typeof id === "string")
    const withOrder: string[] = []
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    for (const id of ids) {
      const { data } = await query.graph({
        entity: "order",
        fields: ["id"],
        filters: { customer_id: id, status: "completed" },
        pagination: { take: 1 },
      })
      if (data.length > 0) {
        withOrder.push(id)
      }
    }
    return new StepResponse(withOrder)
  }
)
