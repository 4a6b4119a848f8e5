import { model } from "@medusajs/framework/utils"

/** The address that a customer wishes to sign in with, until its mailbox has agreed; one per customer. */
const EmailChange = model.define("email_change", {
  id: model.id({ prefix: "emchg" }).primaryKey(),
  customer_id: model.text().unique(),
  /** Medusa's `provider_identity`. */
  login_id: model.text(),
  old_email: model.text(),
  new_email: model.text(),
  /** Of the password that agreed to it: with another one the link opens nothing. */
  fingerprint: model.text(),
  expires_at: model.dateTime(),
})

export default EmailChange
