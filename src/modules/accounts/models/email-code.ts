import { model } from "@medusajs/framework/utils"

/** The code that was mailed last to a login's address. */
const EmailCode = model.define("email_code", {
  id: model.id({ prefix: "emcode" }).primaryKey(),
  auth_identity_id: model.text().unique(),
  email: model.text(),
  /** Keyed with the suite's secret: a million of them are soon tried. */
  code_hash: model.text(),
  tries: model.number().default(0),
  sent_at: model.dateTime(),
  expires_at: model.dateTime(),
})

export default EmailCode
