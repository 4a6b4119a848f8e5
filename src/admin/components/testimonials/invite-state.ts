import type { AdminTestimonialInvite } from "../../../types/testimonials"

export type InviteState = "open" | "used" | "expired"

export function inviteState(
  {
    used_at,
    expires_at,
  }: Pick<AdminTestimonialInvite, "used_at" | "expires_at">,
  now: Date
): InviteState {
  if (used_at) {
    return "used"
  }
  return new Date(expires_at) <= now ? "expired" : "open"
}
