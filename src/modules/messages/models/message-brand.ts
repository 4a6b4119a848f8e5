import { model } from "@medusajs/framework/utils"

/** How an admin wants messages to look, in one row; what is null is as the options say. */
const MessageBrand = model.define("message_brand", {
  id: model.id({ prefix: "msgbrand" }).primaryKey(),
  name: model.text().nullable(),
  logo_url: model.text().nullable(),
  /** Of buttons and links, as #rrggbb. */
  color: model.text().nullable(),
  /** Around the mail's paper, as #rrggbb. */
  background_color: model.text().nullable(),
  address: model.text().nullable(),
  footer: model.text().nullable(),
})

export default MessageBrand
