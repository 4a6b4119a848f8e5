import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { AdminTestimonialResponse } from "../../../../../types/testimonials"
import { rejectTestimonialsWorkflow } from "../../../../../workflows/testimonials"
import { decisionOf } from "../../decision-of"
import { readTestimonial } from "../../read-testimonials"

defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminTestimonialResponse>
) {
  const id = req.params.id!
  await rejectTestimonialsWorkflow(req.scope).run({
    input: decisionOf(req, [id]),
  })
  res.json({ testimonial: await readTestimonial(req.scope, id) })
}
