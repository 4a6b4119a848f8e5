import { model } from "@medusajs/framework/utils"

/** The token that opens an order's downloads without a login: derived from this row, kept nowhere. */
const DownloadAccess = model
  .define("download_access", {
    id: model.id({ prefix: "dlaccess" }).primaryKey(),
    order_id: model.text(),
    salt: model.text(),
    /** SHA-256 of the token. */
    token_hash: model.text(),
  })
  .indexes([
    { on: ["order_id"], unique: true },
    { on: ["token_hash"], unique: true },
  ])

export default DownloadAccess
