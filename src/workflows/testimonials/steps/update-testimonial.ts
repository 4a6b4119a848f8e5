import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"
import type { CreateTestimonialInput } from "./create-testimonials"

export type UpdateTestimonialInput = Partial<CreateTestimonialInput> & { id: string }

/** Updates a testimonial; undone by writing the former values back. */
export const updateTestimonialStep = createStep(
  "update-testimonial",
  async (input: UpdateTestimonialInput, { container }) => {
    const service = container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
    const before = await service.retrieveTestimonial(input.id)
    const updated = await service.updateTestimonials(input)
    const former = Object.fromEntries(
      Object.keys(input).map((field) => [field, before[field as keyof typeof before]])
    ) as UpdateTestimonialInput
    return new StepResponse(updated, former)
  },
  async (former, { container }) => {
    if (former) {
      await container
        .resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
        .updateTestimonials(former)
    }
  }
)
