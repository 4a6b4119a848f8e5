import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"

/** Deletes softly, so that restore brings everything back; undone by just that. */
export const deleteTestimonialsStep = createStep(
  "delete-testimonials",
  async (ids: string[], { container }) => {
    const service =
      container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
    await service.softDeleteTestimonials(ids)
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (ids) {
      await container
        .resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
        .restoreTestimonials(ids)
    }
  }
)
