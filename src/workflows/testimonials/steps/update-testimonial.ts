import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"
import type { CreateTestimonialInput } from "./create-testimonials"

export type UpdateTestimonialInput = Partial<CreateTestimonialInput> & {
  id: string
}

/**
 * Updates a testimonial; undone by writing the former values back.
 * @throws INVALID_DATA when one end of the publishing window alone moves past the other
 */
export const updateTestimonialStep = createStep(
  "update-testimonial",
  async (input: UpdateTestimonialInput, { container }) => {
    const service =
      container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
    const before = await service.retrieveTestimonial(input.id)
    validateWindow({ ...before, ...input })
    const updated = await service.updateTestimonials(input)
    const former = Object.fromEntries(
      Object.keys(input).map((field) => [
        field,
        before[field as keyof typeof before],
      ])
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

function validateWindow({
  publish_from,
  publish_until,
}: Partial<CreateTestimonialInput>) {
  if (
    publish_from &&
    publish_until &&
    new Date(publish_until) <= new Date(publish_from)
  ) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Invalid request: publish_until: must be later than publish_from"
    )
  }
}
