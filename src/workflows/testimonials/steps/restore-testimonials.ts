import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"

/** Takes a delete back; undone by deleting again. */
export const restoreTestimonialsStep = createStep(
  "restore-testimonials",
  async (ids: string[], { container }) => {
    const service =
      container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
    await service.restoreTestimonials(ids)
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (ids) {
      await container
        .resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
        .softDeleteTestimonials(ids)
    }
  }
)
