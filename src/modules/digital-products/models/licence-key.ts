import { model } from "@medusajs/framework/utils"

/** A key that is sold, or waits in the pool: sealed, and found by its HMAC alone. */
const LicenceKey = model
  .define("licence_key", {
    id: model.id({ prefix: "lickey" }).primaryKey(),
    digital_product_id: model.text(),
    sealed: model.text(),
    hmac: model.text(),
    /** Of the key: its last four characters. */
    hint: model.text(),
    /** Whom it was given to; null in the pool. */
    grant_id: model.text().nullable(),
  })
  .indexes([
    // Deleted rows included: a key is never sold twice.
    { on: ["digital_product_id", "hmac"], unique: true, where: null },
    { on: ["grant_id"], unique: true, where: "grant_id is not null" },
    {
      on: ["digital_product_id"],
      where: "grant_id is null and deleted_at is null",
    },
    { on: ["hmac"] },
  ])

export default LicenceKey
