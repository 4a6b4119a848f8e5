import { z } from "@medusajs/framework/zod"

/**
 * What happens to an order, named like Medusa's events. An event may be lost, a fact is not:
 * it is read from the rows that make it true.
 */
export const FACT_NAMES = [
  "order.placed",
  "order.canceled",
  "payment.captured",
  "payment.failed",
  "payment.refunded",
  "order.fulfillment_created",
  "shipment.created",
  "delivery.created",
  "order.return_received",
] as const

export type FactName = (typeof FACT_NAMES)[number]

/**
 * The payload of a task that reacts to facts.
 * @example
 * export default defineTask({
 *   name: "loyalty-reward",
 *   facts: ["order.placed"],
 *   payload: factPayload,
 *   run: async (fact, { container }) => { … },
 * })
 */
export const factPayload = z.strictObject({
  /** Unique and equal on every attempt: the root of idempotency keys at others, `<fact_id>:<task>`. */
  fact_id: z.string(),
  name: z.enum(FACT_NAMES),
  order_id: z.string(),
  /** The order, payment session, capture, refund, fulfillment or return that it is about. */
  subject_id: z.string(),
  /** ISO 8601 */
  occurred_at: z.string(),
})

export type Fact = z.infer<typeof factPayload>
