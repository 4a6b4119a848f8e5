import { model } from "@medusajs/framework/utils"

/**
 * An order to be paid on delivery, written when it is placed. Whether its cash is still open,
 * Medusa's own tables say; `closed_at` only keeps what is long settled out of the way.
 */
const CashOnDeliveryOrder = model
  .define("cash_on_delivery_order", {
    id: model.id({ prefix: "codord" }).primaryKey(),
    order_id: model.text(),
    payment_session_id: model.text().unique(),
    customer_id: model.text().nullable(),
    /** In lower case. */
    email: model.text().nullable(),
    closed_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["order_id"] },
    { on: ["customer_id"], where: "closed_at is null and deleted_at is null" },
    { on: ["email"], where: "closed_at is null and deleted_at is null" },
    { on: ["created_at"], where: "closed_at is null and deleted_at is null" },
  ])

export default CashOnDeliveryOrder
