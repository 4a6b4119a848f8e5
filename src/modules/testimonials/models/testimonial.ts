import { model } from "@medusajs/framework/utils"

/** What a shopper says about the shop, or about one product. */
const Testimonial = model
  .define("testimonial", {
    id: model.id({ prefix: "testi" }).primaryKey(),
    name: model.text().searchable(),
    feedback: model.text().searchable(),
    /** Whole stars, 1 to 5. */
    rating: model.number(),
    role: model.text().nullable(),
    company: model.text().searchable().nullable(),
    /** BCP 47, such as "en-IN". */
    locale: model.text().nullable(),
    avatar_url: model.text().nullable(),
    /** Never leaves the admin. */
    email: model.text().searchable().nullable(),
    status: model.enum(["pending", "approved", "rejected"]).default("pending"),
    source: model.enum(["admin", "customer", "guest", "invite"]),
    /** Set by the system alone: the customer has a completed order. */
    verified: model.boolean().default(false),
    featured: model.boolean().default(false),
    /** Smaller comes first; those without a position come after all that have one. */
    position: model.number().nullable(),
    placements: model.array(),
    /** The publishing window; an open end is null. */
    publish_from: model.dateTime().nullable(),
    publish_until: model.dateTime().nullable(),
    product_id: model.text().nullable(),
    customer_id: model.text().nullable(),
    /** The invite it came from. Unique, deleted rows included: that is what makes an invite work once. */
    invite_id: model.text().nullable(),
    /** Proof of consent: when, to which sentence, from where. */
    consent_at: model.dateTime().nullable(),
    consent_text: model.text().nullable(),
    consent_ip: model.text().nullable(),
    reviewed_at: model.dateTime().nullable(),
    reviewed_by: model.text().nullable(),
  })
  .checks([
    {
      name: "CK_testimonial_rating",
      expression: (columns) => `${columns.rating} between 1 and 5`,
    },
    {
      name: "CK_testimonial_window",
      expression: (columns) =>
        `${columns.publish_until} is null or ${columns.publish_from} is null or ${columns.publish_until} > ${columns.publish_from}`,
    },
  ])
  .indexes([
    {
      on: ["product_id"],
      where: "product_id is not null and deleted_at is null",
    },
    {
      on: ["customer_id"],
      where: "customer_id is not null and deleted_at is null",
    },
    { on: ["invite_id"], unique: true, where: null },
    { on: ["status", "created_at"] },
  ])

export default Testimonial
