import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import type { AdminTestimonialsChangedResponse } from "../../../../types/testimonials"
import { reorderTestimonialsWorkflow } from "../../../../workflows/testimonials"
import { readTestimonials } from "../read-testimonials"
import type { AdminTestimonialIdsType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })

/** Puts the named testimonials into this order: the first gets position 1. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminTestimonialIdsType>,
  res: MedusaResponse<AdminTestimonialsChangedResponse>
) {
  const { ids } = req.validatedBody
  await reorderTestimonialsWorkflow(req.scope).run({ input: { ids } })
  res.json({ testimonials: await readTestimonials(req.scope, ids) })
}
