import { MedusaError } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"

type Input = { ids: string[]; include_deleted?: boolean }

/** @throws NOT_FOUND that names the testimonials that do not exist */
export const validateTestimonialsExistStep = createStep(
  "validate-testimonials-exist",
  async ({ ids, include_deleted = false }: Input, { container }) => {
    const found = await container
      .resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
      .listTestimonials(
        { id: ids },
        { select: ["id"], take: ids.length, withDeleted: include_deleted }
      )
    const known = new Set(found.map(({ id }) => id))
    const missing = ids.filter((id) => !known.has(id))
    if (missing.length > 0) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Testimonial with id: ${missing.join(", ")} was not found`
      )
    }
  }
)
