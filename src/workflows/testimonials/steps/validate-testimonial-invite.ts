import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { suiteSecret } from "../../../config/suite-options"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"
import { checkToken } from "../../../utils/signed-token"
import { TESTIMONIAL_INVITE_PURPOSE } from "../invite-token"

type Input = {
  token: string
  now: Date
  /** The signed-in customer, if any. */
  customer_id?: string
}

/**
 * Returns the invite of a token. That it works only once is kept by the unique
 * `testimonial.invite_id`, for two submissions at once too; here the second in a row
 * gets a clear answer.
 * @throws NOT_ALLOWED when the token is forged, expired, withdrawn, used or another customer's
 */
export const validateTestimonialInviteStep = createStep(
  "validate-testimonial-invite",
  async ({ token, now, customer_id }: Input, { container }) => {
    const check = checkToken(
      token,
      TESTIMONIAL_INVITE_PURPOSE,
      suiteSecret(),
      new Date(now).getTime()
    )
    if (!check.valid) {
      throw refusal(check.reason === "expired" ? "has expired" : "is not valid")
    }
    const service =
      container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
    const [invite] = await service.listTestimonialInvites({ id: check.id })
    if (!invite) {
      throw refusal("was withdrawn")
    }
    if (
      invite.customer_id &&
      customer_id &&
      invite.customer_id !== customer_id
    ) {
      throw refusal("is for another customer")
    }
    const used = await service.listTestimonials(
      { invite_id: invite.id },
      { select: ["id"], take: 1, withDeleted: true }
    )
    if (used.length > 0) {
      throw refusal("has been used")
    }
    return new StepResponse(invite)
  }
)

function refusal(why: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Invalid request: invite_token: this invite ${why}`
  )
}
