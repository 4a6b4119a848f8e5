import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"

/** The customers who wrote the given testimonials; guests' count as null. */
export const listTestimonialCustomersStep = createStep(
  "list-testimonial-customers",
  async (ids: string[], { container }) => {
    const rows = await container
      .resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
      .listTestimonials(
        { id: ids },
        { select: ["id", "customer_id"], take: ids.length }
      )
    return new StepResponse(rows.map(({ customer_id }) => customer_id))
  }
)
