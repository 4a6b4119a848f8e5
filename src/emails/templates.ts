import type { MessageTemplate } from "../types/messages"
import accountDeleted from "./account-deleted"
import accountExists from "./account-exists"
import adminPasswordReset from "./admin-password-reset"
import downloadsReady from "./downloads-ready"
import emailChange from "./email-change"
import emailChangeNotice from "./email-change-notice"
import emailChanged from "./email-changed"
import emailVerification from "./email-verification"
import fileUpdated from "./file-updated"
import invite from "./invite"
import licenceKeysLow from "./licence-keys-low"
import newDevice from "./new-device"
import newOrder from "./new-order"
import note from "./note"
import orderCanceled from "./order-canceled"
import orderDelivered from "./order-delivered"
import orderPlaced from "./order-placed"
import orderRefunded from "./order-refunded"
import orderShipped from "./order-shipped"
import passwordChanged from "./password-changed"
import passwordReset from "./password-reset"
import paymentFailed from "./payment-failed"
import paymentReceived from "./payment-received"
import returnReceived from "./return-received"
import type { EmailTemplate } from "./template"
import twoFactorCode from "./two-factor-code"
import twoFactorReset from "./two-factor-reset"
import welcome from "./welcome"

/** All of them with their samples, for previews and tests. */
export const TEMPLATES: Record<MessageTemplate, EmailTemplate<unknown>> = {
  "account-deleted": accountDeleted,
  "account-exists": accountExists,
  "admin-password-reset": adminPasswordReset,
  "downloads-ready": downloadsReady,
  "email-change": emailChange,
  "email-change-notice": emailChangeNotice,
  "email-changed": emailChanged,
  "email-verification": emailVerification,
  "file-updated": fileUpdated,
  invite,
  "licence-keys-low": licenceKeysLow,
  "new-device": newDevice,
  "new-order": newOrder,
  note,
  "order-canceled": orderCanceled,
  "order-delivered": orderDelivered,
  "order-placed": orderPlaced,
  "order-refunded": orderRefunded,
  "order-shipped": orderShipped,
  "password-changed": passwordChanged,
  "password-reset": passwordReset,
  "payment-failed": paymentFailed,
  "payment-received": paymentReceived,
  "return-received": returnReceived,
  "two-factor-code": twoFactorCode,
  "two-factor-reset": twoFactorReset,
  welcome,
}
