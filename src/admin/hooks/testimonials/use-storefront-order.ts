import type {
  AdminTestimonial,
  TestimonialPlacement,
} from "../../../types/testimonials"
import { useTestimonials } from "./use-testimonials"

/** As many as one call of reorder takes. */
export const MAX_REORDERED = 100

/** The approved testimonials of a placement, in the order in which the storefront shows them. */
export function useStorefrontOrder(placement: TestimonialPlacement) {
  const { data, ...rest } = useTestimonials({
    status: ["approved"],
    placement: [placement],
    order: "position",
    limit: MAX_REORDERED,
  })
  const testimonials = data && [...data.testimonials].sort(asShown)
  return { ...rest, count: data?.count, testimonials }
}

function asShown(one: AdminTestimonial, other: AdminTestimonial): number {
  return (
    Number(other.featured) - Number(one.featured) ||
    rank(one) - rank(other) ||
    other.created_at.localeCompare(one.created_at)
  )
}

/** Without a position: after all that have one. */
function rank({ position }: AdminTestimonial): number {
  return position ?? Number.MAX_SAFE_INTEGER
}
