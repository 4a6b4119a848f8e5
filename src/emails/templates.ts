import type { MessageTemplate } from "../types/messages"
import orderCanceled from "./order-canceled"
import orderDelivered from "./order-delivered"
import orderPlaced from "./order-placed"
import orderRefunded from "./order-refunded"
import orderShipped from "./order-shipped"
import type { EmailTemplate } from "./template"

/** All of them with their samples, for previews and tests. */
export const TEMPLATES: Record<MessageTemplate, EmailTemplate<never>> = {
  "order-canceled": orderCanceled as EmailTemplate<never>,
  "order-delivered": orderDelivered as EmailTemplate<never>,
  "order-placed": orderPlaced as EmailTemplate<never>,
  "order-refunded": orderRefunded as EmailTemplate<never>,
  "order-shipped": orderShipped as EmailTemplate<never>,
}
