import type {
  AdminTestimonial,
  TestimonialStatus,
} from "../../../types/testimonials"

export type ShownStatus = TestimonialStatus | "scheduled" | "expired"

type Publication = Pick<
  AdminTestimonial,
  "status" | "publish_from" | "publish_until"
>

/** An approved testimonial outside its publishing window is not to be seen in the store, so the admin says why. */
export function shownStatus(
  { status, publish_from, publish_until }: Publication,
  now: Date
): ShownStatus {
  if (status !== "approved") {
    return status
  }
  if (publish_from && new Date(publish_from) > now) {
    return "scheduled"
  }
  return publish_until && new Date(publish_until) <= now ? "expired" : status
}
