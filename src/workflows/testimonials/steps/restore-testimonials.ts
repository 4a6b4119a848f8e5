import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"

/** Takes a delete back; undone by deleting those again that had been deleted. */
export const restoreTestimonialsStep = createStep(
  "restore-testimonials",
  async (ids: string[], { container }) => {
    const service =
      container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
    const deleted = await service.listTestimonials(
      { id: ids, deleted_at: { $ne: null } },
      { select: ["id"], take: ids.length, withDeleted: true }
    )
    await service.restoreTestimonials(ids)
    return new StepResponse(
      ids,
      deleted.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (ids) {
      await container
        .resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
        .softDeleteTestimonials(ids)
    }
  }
)
