import { model } from "@medusajs/framework/utils"

/** A payment that the store did not ask for, on its way back: one row per payment at the gateway. */
const SurplusReturn = model
  .define("surplus_return", {
    id: model.id({ prefix: "surret" }).primaryKey(),
    provider_id: model.text(),
    gateway_payment_id: model.text(),
    session_id: model.text().nullable(),
    amount: model.bigNumber(),
    currency_code: model.text(),
    reason: model.text(),
    /** `begun` may have happened: it is repeated under the same key. */
    status: model.enum(["begun", "returned"]).default("begun"),
    gateway_refund_id: model.text().nullable(),
    begun_at: model.dateTime(),
  })
  .indexes([
    { on: ["provider_id", "gateway_payment_id"], unique: true },
    { on: ["begun_at"] },
  ])

export default SurplusReturn
