import type { MessageTemplate } from "../types/messages"
import orderCanceled from "./order-canceled"
import orderDelivered from "./order-delivered"
import orderPlaced from "./order-placed"
import orderRefunded from "./order-refunded"
import orderShipped from "./order-shipped"
import type { EmailTemplate } from "./template"

/** All of them with their samples, for previews and tests. */
export const TEMPLATES: Record<MessageTemplate, EmailTemplate<unknown>> = {
  "order-canceled": orderCanceled,
  "order-delivered": orderDelivered,
  "order-placed": orderPlaced,
  "order-refunded": orderRefunded,
  "order-shipped": orderShipped,
}
