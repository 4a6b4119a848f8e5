/** Events of the feature `testimonials`. */
export const TestimonialEvents = {
  /**
   * A shopper has submitted a testimonial; it waits for review.
   * @eventPayload { id: string }
   */
  SUBMITTED: "testimonial.submitted",
  /**
   * A testimonial was approved and may be shown from its publishing window on.
   * @eventPayload { id: string }
   */
  APPROVED: "testimonial.approved",
  /**
   * A testimonial was rejected.
   * @eventPayload { id: string }
   */
  REJECTED: "testimonial.rejected",
} as const
