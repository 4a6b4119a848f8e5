import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"
import type { TestimonialStatus } from "../../../types/testimonials"

export type UpdateTestimonialsStatusInput = {
  ids: string[]
  /** The admin who decides. */
  reviewed_by: string | null
  /** When; passed in so that a retry keeps it. */
  reviewed_at: Date
}

type StepInput = UpdateTestimonialsStatusInput & {
  status: Exclude<TestimonialStatus, "pending">
}

/** Approves or rejects; returns the ids whose status changed. Undone by giving each row its former decision back. */
export const updateTestimonialsStatusStep = createStep(
  "update-testimonials-status",
  async ({ ids, ...decision }: StepInput, { container }) => {
    const service =
      container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
    const before = await service.updateStatus(ids, decision)
    return new StepResponse(
      before.map(({ id }) => id),
      before
    )
  },
  async (before, { container }) => {
    const service =
      container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
    for (const { id, ...decision } of before ?? []) {
      await service.updateStatus([id], decision)
    }
  }
)
