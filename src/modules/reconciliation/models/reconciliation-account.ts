import { model } from "@medusajs/framework/utils"

/** Whose books a provider keeps, as it said when it was first asked or an admin confirmed it. */
const ReconciliationAccount = model.define("reconciliation_account", {
  id: model.id({ prefix: "reacc" }).primaryKey(),
  provider_id: model.text().unique(),
  account: model.text(),
  /** While it stands still. */
  paused_reason: model.enum(["unreachable", "account_changed"]).nullable(),
  paused_since: model.dateTime().nullable(),
})

export default ReconciliationAccount
