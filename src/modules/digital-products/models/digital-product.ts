import { model } from "@medusajs/framework/utils"
import { KEY_MODES, LICENCE_TYPES } from "../../../types/digital-products"

/** A variant that is delivered as files, and on which terms. */
const DigitalProduct = model
  .define("digital_product", {
    id: model.id({ prefix: "digprod" }).primaryKey(),
    product_id: model.text(),
    variant_id: model.text(),
    licence_type: model.enum([...LICENCE_TYPES]).default("personal"),
    licence_text: model.text().nullable(),
    /** Per unit, all files together. */
    download_limit: model.number().nullable(),
    access_days: model.number().nullable(),
    key_mode: model.enum([...KEY_MODES]).default("none"),
    low_pool_threshold: model.number().default(10),
    /** When the pool last fell to its threshold; the merchant was told then. */
    low_pool_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["variant_id"], unique: true }, { on: ["product_id"] }])

export default DigitalProduct
