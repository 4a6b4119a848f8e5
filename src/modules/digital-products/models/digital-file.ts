import { model } from "@medusajs/framework/utils"
import {
  DIGITAL_FILE_KINDS,
  DIGITAL_FILE_STATUSES,
} from "../../../types/digital-products"

/** One version of a file; its bytes lie in the private store. */
const DigitalFile = model
  .define("digital_file", {
    id: model.id({ prefix: "digfile" }).primaryKey(),
    digital_product_id: model.text(),
    kind: model.enum([...DIGITAL_FILE_KINDS]),
    /** Equal for all versions of one file: the id of the first. */
    series_id: model.text(),
    version: model.number(),
    filename: model.text(),
    content_type: model.text(),
    size: model.number(),
    sha256: model.text().nullable(),
    storage_key: model.text(),
    status: model.enum([...DIGITAL_FILE_STATUSES]).default("uploading"),
    reason: model.text().nullable(),
    announced_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["digital_product_id"] },
    // Deleted rows included: a version's number is never given twice.
    { on: ["series_id", "version"], unique: true, where: null },
  ])

export default DigitalFile
