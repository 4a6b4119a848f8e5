import { model } from "@medusajs/framework/utils"
import { PAYMENT_WEBHOOK_STATUSES } from "../../../types/payment-webhooks"

/** What a gateway told the store, stored before it was answered, and what became of it. */
const PaymentWebhook = model
  .define("payment_webhook", {
    id: model.id({ prefix: "pwh" }).primaryKey(),
    provider_id: model.text(),
    /** The signature was checked at receipt, by one of the suite's providers. */
    verified: model.boolean(),
    event_id: model.text().nullable(),
    event_type: model.text().nullable(),
    /** Of the raw body. */
    sha256: model.text(),
    /** Those of an allow-list. */
    headers: model.json(),
    /** Sealed: the reduced event, or all that a host's provider gets. */
    body: model.text(),
    /** When it happened, as the gateway says. */
    occurred_at: model.dateTime().nullable(),
    status: model.enum([...PAYMENT_WEBHOOK_STATUSES]).default("received"),
    reason: model.text().nullable(),
    last_error: model.text().nullable(),
    attempts: model.number().default(0),
    action: model.text().nullable(),
    session_id: model.text().nullable(),
    gateway_payment_id: model.text().nullable(),
    amount: model.bigNumber().nullable(),
    currency_code: model.text().nullable(),
    received_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
  })
  .indexes([
    // Deleted rows included: what came once never counts as new again.
    { on: ["provider_id", "event_id"], unique: true, where: null },
    { on: ["provider_id", "sha256"], unique: true, where: null },
    { on: ["received_at"] },
    { on: ["status", "received_at"] },
    { on: ["provider_id", "received_at"] },
    { on: ["event_type", "received_at"] },
    { on: ["event_id"] },
    { on: ["session_id"] },
    { on: ["gateway_payment_id"] },
  ])

export default PaymentWebhook
