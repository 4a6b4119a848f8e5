import { suiteOptions, suiteSecret } from "../../../../config/suite-options"
import type { AdminTestimonialInvite } from "../../../../types/testimonials"
import { signToken } from "../../../../utils/signed-token"
import { TESTIMONIAL_INVITE_PURPOSE } from "../../../../workflows/testimonials/invite-token"
import type { TestimonialInviteRow } from "../../../../workflows/testimonials/steps/create-testimonial-invite"

/** An invite, and the testimonial that came of it. */
export function presentInvite(
  invite: TestimonialInviteRow,
  use?: { id: string; created_at: Date }
): AdminTestimonialInvite {
  const { id, name, email, locale, product_id, customer_id } = invite
  return {
    ...{ id, name, email, locale, product_id, customer_id },
    expires_at: new Date(invite.expires_at).toISOString(),
    created_at: new Date(invite.created_at).toISOString(),
    used_at: use ? new Date(use.created_at).toISOString() : null,
    testimonial_id: use?.id ?? null,
  }
}

/** The link to copy. The token stands after `#`, so no server and no Referer header ever sees it. */
export function inviteUrl(invite: TestimonialInviteRow): string {
  const { storefrontUrl } = suiteOptions().general
  const token = signToken(
    {
      purpose: TESTIMONIAL_INVITE_PURPOSE,
      id: invite.id,
      expiresAt: new Date(invite.expires_at),
    },
    suiteSecret()
  )
  return `${storefrontUrl}/testimonials/invite#token=${token}`
}
