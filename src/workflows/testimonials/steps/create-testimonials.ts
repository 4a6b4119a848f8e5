import type { InferTypeOf } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type Testimonial from "../../../modules/testimonials/models/testimonial"
import type TestimonialsModuleService from "../../../modules/testimonials/service"

export type TestimonialRow = InferTypeOf<typeof Testimonial>
export type CreateTestimonialInput = Partial<
  Omit<TestimonialRow, "id" | "created_at" | "updated_at" | "deleted_at">
> &
  Pick<TestimonialRow, "name" | "feedback" | "rating" | "source">

/** Creates testimonials; undone by deleting them. */
export const createTestimonialsStep = createStep(
  "create-testimonials",
  async (input: CreateTestimonialInput[], { container }) => {
    const service =
      container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
    const rows = input.map((row) => ({ placements: [], ...row }))
    const created = await service.createTestimonials(rows)
    return new StepResponse(
      created,
      created.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (ids) {
      await container
        .resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
        .deleteTestimonials(ids)
    }
  }
)
