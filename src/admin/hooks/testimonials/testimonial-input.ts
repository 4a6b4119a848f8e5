import type { AdminTestimonial } from "../../../types/testimonials"

type Editable =
  | "name"
  | "feedback"
  | "rating"
  | "role"
  | "company"
  | "locale"
  | "avatar_url"
  | "email"
  | "featured"
  | "placements"
  | "publish_from"
  | "publish_until"
  | "product_id"
  | "customer_id"

/** What an admin may set; verified, status and consent are not among it. */
export type TestimonialInput = Pick<AdminTestimonial, Editable>
