import { model } from "@medusajs/framework/utils"

/** One use of a grant: a link that was made. No ip is kept. */
const DigitalDownload = model
  .define("digital_download", {
    id: model.id({ prefix: "digdl" }).primaryKey(),
    grant_id: model.text(),
    file_id: model.text(),
    expires_at: model.dateTime(),
    country: model.text().nullable(),
    device: model.text().nullable(),
  })
  .indexes([{ on: ["grant_id", "created_at"] }])

export default DigitalDownload
