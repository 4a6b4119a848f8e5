import type { MedusaContainer } from "@medusajs/framework/types"
import type { RenderedEmail } from "../../emails/render-email"
import type { EmailTemplate, Setting } from "../../emails/template"
import type { MessageSecrets } from "../../modules/messages/queue-sql"
import type { MessageRow } from "../../modules/messages/service"
import type { MessageTemplate } from "../../types/messages"
import {
  readEmailVerification,
  readPasswordReset,
  readWelcome,
} from "./letters/account"
import {
  readAccountDeleted,
  readAccountExists,
  readEmailChange,
  readEmailChanged,
  readEmailChangeNotice,
  readPasswordChanged,
} from "./letters/account-notices"
import { readAdminPasswordReset, readInvite } from "./letters/admin-account"
import { readDownloadsReady, readFileUpdated } from "./letters/downloads"
import { readLicenceKeysLow } from "./letters/licence-keys-low"
import { readNewDevice } from "./letters/new-device"
import { readNewOrder } from "./letters/new-order"
import { readNote } from "./letters/note"
import { readOrderCanceled } from "./letters/order-canceled"
import { readOrderPlaced } from "./letters/order-placed"
import { readOrderRefunded } from "./letters/order-refunded"
import { readOrderDelivered, readOrderShipped } from "./letters/parcel"
import { readPaymentFailed } from "./letters/payment-failed"
import { readPaymentReceived } from "./letters/payment-received"
import { readReturnReceived } from "./letters/return-received"
import { readSample, TEST } from "./letters/sample"
import { readTwoFactorCode, readTwoFactorReset } from "./letters/two-factor"

/** What a message says and to whom, read when it is sent. */
export type Letter = {
  recipient: string
  customer_id: string | null
  order_id: string | null
  /** BCP 47; the store's where nobody chose one. */
  locale: string | null
  /** What opens a door and stands in it: the stored message has it masked. */
  secrets?: string[]
  /** With the host's own template, where it has one. */
  render: (
    setting: Setting,
    own?: EmailTemplate<unknown>
  ) => Promise<RenderedEmail>
  /** For what may go out as SMS; the phone as it was typed. */
  sms?: { phone: string | null; render: (setting: Setting) => string }
}

/** @throws INVALID_DATA when there is nobody to send it to, NOT_FOUND when what it is about is gone */
export type ReadLetter = (
  container: MedusaContainer,
  message: Pick<
    MessageRow,
    "subject_id" | "order_id" | "customer_id" | "recipient"
  >,
  secrets: MessageSecrets
) => Promise<Letter>

const LETTERS: Record<MessageTemplate, ReadLetter> = {
  "account-deleted": readAccountDeleted,
  "account-exists": readAccountExists,
  "admin-password-reset": readAdminPasswordReset,
  "downloads-ready": readDownloadsReady,
  "email-change": readEmailChange,
  "email-change-notice": readEmailChangeNotice,
  "email-changed": readEmailChanged,
  "email-verification": readEmailVerification,
  "file-updated": readFileUpdated,
  invite: readInvite,
  "licence-keys-low": readLicenceKeysLow,
  "new-device": readNewDevice,
  "new-order": readNewOrder,
  note: readNote,
  "order-canceled": readOrderCanceled,
  "order-delivered": readOrderDelivered,
  "order-placed": readOrderPlaced,
  "order-refunded": readOrderRefunded,
  "order-shipped": readOrderShipped,
  "password-changed": readPasswordChanged,
  "password-reset": readPasswordReset,
  "payment-failed": readPaymentFailed,
  "payment-received": readPaymentReceived,
  "return-received": readReturnReceived,
  "two-factor-code": readTwoFactorCode,
  "two-factor-reset": readTwoFactorReset,
  welcome: readWelcome,
}

/** @throws what the template's own reader throws */
export const readLetter: ReadLetterOf = async (container, message, secrets) =>
  message.cause === TEST
    ? readSample(message)
    : LETTERS[message.template as MessageTemplate](container, message, secrets)

type ReadLetterOf = (
  container: MedusaContainer,
  message: MessageRow,
  secrets: MessageSecrets
) => Promise<Letter>
