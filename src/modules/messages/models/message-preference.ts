import { model } from "@medusajs/framework/utils"

/** What a customer chose about a category of messages; without a row it is sent. */
const MessagePreference = model
  .define("message_preference", {
    id: model.id({ prefix: "msgpref" }).primaryKey(),
    customer_id: model.text(),
    category: model.text(),
    is_on: model.boolean(),
    /** Who chose last: `customer`, `link` (of a mail) or `admin`. */
    chosen_by: model.text(),
  })
  .indexes([{ on: ["customer_id", "category"], unique: true, where: null }])

export default MessagePreference
