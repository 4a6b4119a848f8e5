import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"

/** Gives the named testimonials the positions 1, 2, 3 …; undone by writing the former positions back. */
export const reorderTestimonialsStep = createStep(
  "reorder-testimonials",
  async (ids: string[], { container }) => {
    const service =
      container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
    const before = await service.listTestimonials(
      { id: ids },
      { select: ["id", "position"], take: ids.length }
    )
    await service.reorder(ids)
    return new StepResponse(
      undefined,
      before.map(({ id, position }) => ({ id, position }))
    )
  },
  async (before, { container }) => {
    if (before) {
      await container
        .resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
        .updateTestimonials(before)
    }
  }
)
