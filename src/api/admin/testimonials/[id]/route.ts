import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import type { AdminTestimonialResponse } from "../../../../types/testimonials"
import {
  deleteTestimonialsWorkflow,
  updateTestimonialWorkflow,
} from "../../../../workflows/testimonials"
import { readTestimonial } from "../read-testimonials"
import type { AdminUpdateTestimonialType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminTestimonialResponse>
) {
  res.json({ testimonial: await readTestimonial(req.scope, req.params.id!) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<AdminUpdateTestimonialType>,
  res: MedusaResponse<AdminTestimonialResponse>
) {
  const id = req.params.id!
  await updateTestimonialWorkflow(req.scope).run({
    input: { ...req.validatedBody, id },
  })
  res.json({ testimonial: await readTestimonial(req.scope, id) })
}

/** Deletes softly; POST …/restore takes it back. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  const id = req.params.id!
  await deleteTestimonialsWorkflow(req.scope).run({ input: { ids: [id] } })
  res.json({ id, object: "testimonial", deleted: true })
}
