import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { AdminTestimonialResponse } from "../../../../../types/testimonials"
import { restoreTestimonialsWorkflow } from "../../../../../workflows/testimonials"
import { readTestimonial } from "../../read-testimonials"

defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })

/** Takes a delete back. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminTestimonialResponse>
) {
  const id = req.params.id!
  await restoreTestimonialsWorkflow(req.scope).run({ input: { ids: [id] } })
  res.json({ testimonial: await readTestimonial(req.scope, id) })
}
