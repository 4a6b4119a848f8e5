import { model } from "@medusajs/framework/utils"
import { DIGITAL_GRANT_STATUSES } from "../../../types/digital-products"

/** What a buyer may download: one unit of one line. Whose it is, the order says. */
const DigitalGrant = model
  .define("digital_grant", {
    id: model.id({ prefix: "diggrant" }).primaryKey(),
    digital_product_id: model.text(),
    order_id: model.text(),
    line_item_id: model.text(),
    /** Counted from 1 within its line. */
    unit: model.number(),
    /** As the buyer knows it. */
    title: model.text(),
    status: model.enum([...DIGITAL_GRANT_STATUSES]).default("active"),
    /** Fixed when it was granted, as are the dates. */
    download_limit: model.number().nullable(),
    downloads_used: model.number().default(0),
    starts_at: model.dateTime(),
    expires_at: model.dateTime().nullable(),
    revoked_at: model.dateTime().nullable(),
    revoked_reason: model.text().nullable(),
    /** What took it away: a refund's or payment's id, or the admin. */
    revoked_by: model.text().nullable(),
  })
  .indexes([
    // Deleted rows included: a unit is granted once.
    { on: ["line_item_id", "unit"], unique: true, where: null },
    { on: ["order_id"] },
    { on: ["digital_product_id", "created_at"] },
  ])

export default DigitalGrant
