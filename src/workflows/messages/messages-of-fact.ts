import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { NewMessage } from "../../modules/messages/queue-sql"
import type { MessageTemplate } from "../../types/messages"
import type { Fact, FactName } from "../../utils/facts"
import { toMerchant } from "./to-merchant"

/** Which messages to the shopper follow from which facts. */
const TEMPLATES: Partial<Record<FactName, MessageTemplate>> = {
  "order.placed": "order-placed",
  "order.canceled": "order-canceled",
  "order.return_received": "return-received",
  "payment.captured": "payment-received",
  "payment.failed": "payment-failed",
  "payment.refunded": "order-refunded",
  "shipment.created": "order-shipped",
  "delivery.created": "order-delivered",
}

export const FACTS_WITH_MESSAGES = Object.keys(TEMPLATES) as FactName[]

/** Money that comes so soon after its order was paid with it: the confirmation has said thank you. */
const AT_ONCE_MS = 15 * 60_000

/** One message per fact and template, and to the merchant one per address, however often the fact is told. */
export async function messagesOfFact(
  fact: Fact,
  container: MedusaContainer
): Promise<NewMessage[]> {
  const template = TEMPLATES[fact.name]
  const isTold =
    fact.name !== "payment.captured" || (await isPaidLater(fact, container))
  return [
    ...(template && isTold ? [messageOf(fact, template)] : []),
    ...(fact.name === "order.placed"
      ? toMerchant(messageOf(fact, "new-order"))
      : []),
  ]
}

const messageOf = (
  { fact_id, name, order_id, subject_id }: Fact,
  template: MessageTemplate
): NewMessage => ({
  channel: "email",
  ...{ template, subject_id, order_id },
  idempotency_key: `${fact_id}:${template}`,
  cause: name,
})

/** Cash on delivery, a bank transfer, or what the merchant took after the order was placed. */
async function isPaidLater(
  { order_id, occurred_at }: Fact,
  container: MedusaContainer
) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["created_at"],
      filters: { id: order_id },
    })
  const placed = new Date(data[0]?.created_at ?? occurred_at).getTime()
  return Date.parse(occurred_at) - placed > AT_ONCE_MS
}
