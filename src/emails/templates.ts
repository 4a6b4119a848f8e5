import type { MessageTemplate } from "../types/messages"
import downloadsReady from "./downloads-ready"
import emailVerification from "./email-verification"
import fileUpdated from "./file-updated"
import orderCanceled from "./order-canceled"
import orderDelivered from "./order-delivered"
import orderPlaced from "./order-placed"
import orderRefunded from "./order-refunded"
import orderShipped from "./order-shipped"
import passwordReset from "./password-reset"
import type { EmailTemplate } from "./template"
import welcome from "./welcome"

/** All of them with their samples, for previews and tests. */
export const TEMPLATES: Record<MessageTemplate, EmailTemplate<unknown>> = {
  "downloads-ready": downloadsReady,
  "email-verification": emailVerification,
  "file-updated": fileUpdated,
  "order-canceled": orderCanceled,
  "order-delivered": orderDelivered,
  "order-placed": orderPlaced,
  "order-refunded": orderRefunded,
  "order-shipped": orderShipped,
  "password-reset": passwordReset,
  welcome,
}
