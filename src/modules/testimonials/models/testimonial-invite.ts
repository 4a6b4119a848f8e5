import { model } from "@medusajs/framework/utils"

/** A link that lets one person submit one testimonial, which then carries its id. The token itself is never stored. */
const TestimonialInvite = model.define("testimonial_invite", {
  id: model.id({ prefix: "testinv" }).primaryKey(),
  name: model.text().nullable(),
  email: model.text().nullable(),
  locale: model.text().nullable(),
  product_id: model.text().nullable(),
  customer_id: model.text().nullable(),
  expires_at: model.dateTime(),
  created_by: model.text().nullable(),
})

export default TestimonialInvite
