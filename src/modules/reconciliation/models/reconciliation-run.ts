import { model } from "@medusajs/framework/utils"

/** The one row that tells how far the reconciler has come. */
const ReconciliationRun = model.define("reconciliation_run", {
  id: model.id().primaryKey(),
  /** What happened until then has been looked at. */
  asked_until: model.dateTime(),
  /** A pass over all suspects may take several runs: when it began, and after which session it goes on. */
  pass_began_at: model.dateTime(),
  session_cursor: model.text().default(""),
  /** The stock level after which the check of all goes on. */
  stock_cursor: model.text().default(""),
  ended_at: model.dateTime(),
})

export default ReconciliationRun
