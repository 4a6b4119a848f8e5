import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import TestimonialsModule from "../modules/testimonials"

/** `testimonial.customer`, read by `testimonial.customer_id`; no table of its own. */
export default defineLink(
  { linkable: TestimonialsModule.linkable.testimonial, field: "customer_id" },
  CustomerModule.linkable.customer,
  { readOnly: true }
)
