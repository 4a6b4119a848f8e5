import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"

type Input = { ids: string[]; customer_ids: string[] }

/** Marks those of the testimonials verified that are by one of the customers; undone by taking the mark off again. */
export const updateTestimonialsVerifiedStep = createStep(
  "update-testimonials-verified",
  async ({ ids, customer_ids }: Input, { container }) => {
    const service =
      container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
    const unverified = await service.listTestimonials(
      { id: ids, customer_id: customer_ids, verified: false },
      { select: ["id"], take: ids.length }
    )
    const changed = unverified.map(({ id }) => id)
    await service.updateTestimonials(
      changed.map((id) => ({ id, verified: true }))
    )
    return new StepResponse(changed, changed)
  },
  async (changed, { container }) => {
    await container
      .resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
      .updateTestimonials(
        (changed ?? []).map((id) => ({ id, verified: false }))
      )
  }
)
