import { model } from "@medusajs/framework/utils"

/** What was done to a grant, by whom and why. */
const DigitalGrantEvent = model
  .define("digital_grant_event", {
    id: model.id({ prefix: "diggrev" }).primaryKey(),
    grant_id: model.text(),
    action: model.enum(["granted", "revoked", "regranted"]),
    reason: model.text().nullable(),
    actor_id: model.text().nullable(),
  })
  .indexes([{ on: ["grant_id"] }])

export default DigitalGrantEvent
