import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { deleteTestimonialInviteWorkflow } from "../../../../../workflows/testimonials"

defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })

/** Withdraws an invite: its link stops working. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  const id = req.params.id!
  await deleteTestimonialInviteWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "testimonial_invite", deleted: true })
}
