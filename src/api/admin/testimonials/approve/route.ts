import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import type { AdminTestimonialsChangedResponse } from "../../../../types/testimonials"
import { approveTestimonialsWorkflow } from "../../../../workflows/testimonials"
import { decisionOf } from "../decision-of"
import { readTestimonials } from "../read-testimonials"
import type { AdminTestimonialIdsType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })

/** In bulk: all or, when an id does not exist, none. Answers with those whose status changed. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminTestimonialIdsType>,
  res: MedusaResponse<AdminTestimonialsChangedResponse>
) {
  const { result } = await approveTestimonialsWorkflow(req.scope).run({
    input: decisionOf(req, req.validatedBody.ids),
  })
  res.json({ testimonials: await readTestimonials(req.scope, result) })
}
