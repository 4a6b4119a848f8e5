import type { NewMessage } from "../../modules/messages/queue-sql"
import type { MessageTemplate } from "../../types/messages"
import type { Fact, FactName } from "../../utils/facts"

/** Which messages follow from which facts. */
const TEMPLATES: Partial<Record<FactName, MessageTemplate[]>> = {
  "order.placed": ["order-placed"],
  "order.canceled": ["order-canceled"],
  "payment.refunded": ["order-refunded"],
  "shipment.created": ["order-shipped"],
  "delivery.created": ["order-delivered"],
}

export const FACTS_WITH_MESSAGES = Object.keys(TEMPLATES) as FactName[]

/** One message per fact and template, however often the fact is told. */
export const messagesOfFact = ({
  fact_id,
  name,
  order_id,
  subject_id,
}: Fact): NewMessage[] =>
  (TEMPLATES[name] ?? []).map((template) => ({
    channel: "email",
    ...{ template, subject_id, order_id },
    idempotency_key: `${fact_id}:${template}`,
    cause: name,
  }))
