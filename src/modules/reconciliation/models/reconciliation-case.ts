import { model } from "@medusajs/framework/utils"
import {
  RECONCILIATION_KINDS,
  RECONCILIATION_STATUSES,
} from "../../../types/reconciliation"

/** A difference between Medusa and a gateway, or within Medusa: what was done about it, or why not. */
const ReconciliationCase = model
  .define("reconciliation_case", {
    id: model.id({ prefix: "recase" }).primaryKey(),
    kind: model.enum([...RECONCILIATION_KINDS]),
    /** What it is about; one case per kind and subject. */
    subject_id: model.text(),
    status: model.enum([...RECONCILIATION_STATUSES]).default("open"),
    reason: model.text(),
    provider_id: model.text().nullable(),
    order_id: model.text().nullable(),
    cart_id: model.text().nullable(),
    session_id: model.text().nullable(),
    payment_id: model.text().nullable(),
    gateway_payment_id: model.text().nullable(),
    medusa: model.json().nullable(),
    gateway: model.json().nullable(),
    attempts: model.number().default(0),
    last_error: model.text().nullable(),
    last_seen_at: model.dateTime(),
    /** When an open one is looked at again. */
    next_check_at: model.dateTime().nullable(),
    closed_at: model.dateTime().nullable(),
    dismissed_by: model.text().nullable(),
    dismiss_reason: model.text().nullable(),
  })
  .indexes([
    { on: ["kind", "subject_id"], unique: true },
    { on: ["status", "next_check_at"] },
    { on: ["status", "last_seen_at"] },
    { on: ["last_seen_at"] },
    { on: ["session_id"] },
    { on: ["order_id"] },
    { on: ["gateway_payment_id"] },
  ])

export default ReconciliationCase
