import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import TestimonialsModule from "../modules/testimonials"

/** `testimonial.product`, read by `testimonial.product_id`; no table of its own. */
export default defineLink(
  { linkable: TestimonialsModule.linkable.testimonial, field: "product_id" },
  ProductModule.linkable.product,
  { readOnly: true }
)
