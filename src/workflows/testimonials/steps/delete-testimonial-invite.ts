import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"

/**
 * Withdraws an invite: its link stops working. Undone by restoring it.
 * @throws NOT_FOUND when there is no such invite
 */
export const deleteTestimonialInviteStep = createStep(
  "delete-testimonial-invite",
  async (id: string, { container }) => {
    const service =
      container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
    await service.retrieveTestimonialInvite(id)
    await service.softDeleteTestimonialInvites([id])
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
        .restoreTestimonialInvites([id])
    }
  }
)
