import { z } from "@medusajs/framework/zod"
import { TESTIMONIAL_PLACEMENTS } from "../../../types/testimonials"
import {
  email,
  httpsUrl,
  id,
  locale,
  plainText,
  queryBoolean,
} from "../../../utils/input"
import { paging } from "../../../utils/list-input"

export const StoreGetTestimonials = z.strictObject({
  placement: z
    .enum(
      TESTIMONIAL_PLACEMENTS,
      `must be one of ${TESTIMONIAL_PLACEMENTS.join(", ")}`
    )
    .optional(),
  locale: locale.optional(),
  product_id: id.optional(),
  json_ld: queryBoolean.default(false),
  ...paging(12),
})
export type StoreGetTestimonialsType = z.infer<typeof StoreGetTestimonials>

export const StoreCreateTestimonial = z.strictObject({
  name: plainText(100),
  feedback: plainText(5000),
  rating: z.number().int().min(1).max(5),
  role: plainText(100).optional(),
  company: plainText(100).optional(),
  locale: locale.optional(),
  avatar_url: httpsUrl.optional(),
  /** Needed from a guest without an invite; a customer's own address is used otherwise. */
  email: email.optional(),
  product_id: id.optional(),
  /** The sentence that the author agreed to, as it was shown. */
  consent_text: plainText(1000),
  invite_token: z.string().min(1).max(200).optional(),
})
export type StoreCreateTestimonialType = z.infer<typeof StoreCreateTestimonial>
