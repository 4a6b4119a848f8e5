import type { InferTypeOf } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialInvite from "../../../modules/testimonials/models/testimonial-invite"
import type TestimonialsModuleService from "../../../modules/testimonials/service"

export type TestimonialInviteRow = InferTypeOf<typeof TestimonialInvite>
export type CreateTestimonialInviteInput = Partial<
  Pick<
    TestimonialInviteRow,
    "name" | "email" | "locale" | "product_id" | "customer_id" | "created_by"
  >
> & {
  /** From then on the link is refused. */
  expires_at: Date
}

/** Creates an invite; undone by deleting it. */
export const createTestimonialInviteStep = createStep(
  "create-testimonial-invite",
  async (input: CreateTestimonialInviteInput, { container }) => {
    const invite = await container
      .resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
      .createTestimonialInvites(input)
    return new StepResponse(invite, invite.id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
        .deleteTestimonialInvites(id)
    }
  }
)
