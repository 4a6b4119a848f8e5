import type { MedusaContainer } from "@medusajs/framework/types"
import type { RenderedEmail } from "../../emails/render-email"
import type { Setting } from "../../emails/template"
import type { MessageSecrets } from "../../modules/messages/queue-sql"
import type { MessageRow } from "../../modules/messages/service"
import type { MessageTemplate } from "../../types/messages"
import {
  readEmailVerification,
  readPasswordReset,
  readWelcome,
} from "./letters/account"
import { readDownloadsReady, readFileUpdated } from "./letters/downloads"
import { readOrderCanceled } from "./letters/order-canceled"
import { readOrderPlaced } from "./letters/order-placed"
import { readOrderRefunded } from "./letters/order-refunded"
import { readOrderDelivered, readOrderShipped } from "./letters/parcel"

/** What a message says and to whom, read when it is sent. */
export type Letter = {
  recipient: string
  customer_id: string | null
  order_id: string | null
  /** BCP 47; the store's where nobody chose one. */
  locale: string | null
  /** What opens a door and stands in it: the stored message has it masked. */
  secrets?: string[]
  render: (setting: Setting) => Promise<RenderedEmail>
}

/** @throws INVALID_DATA when there is nobody to send it to, NOT_FOUND when what it is about is gone */
export type ReadLetter = (
  container: MedusaContainer,
  message: Pick<MessageRow, "subject_id" | "order_id">,
  secrets: MessageSecrets
) => Promise<Letter>

const LETTERS: Record<MessageTemplate, ReadLetter> = {
  "downloads-ready": readDownloadsReady,
  "email-verification": readEmailVerification,
  "file-updated": readFileUpdated,
  "order-canceled": readOrderCanceled,
  "order-delivered": readOrderDelivered,
  "order-placed": readOrderPlaced,
  "order-refunded": readOrderRefunded,
  "order-shipped": readOrderShipped,
  "password-reset": readPasswordReset,
  welcome: readWelcome,
}

/** @throws what the template's own reader throws */
export const readLetter: ReadLetterOf = (container, message, secrets) =>
  LETTERS[message.template as MessageTemplate](container, message, secrets)

type ReadLetterOf = (
  container: MedusaContainer,
  message: MessageRow,
  secrets: MessageSecrets
) => Promise<Letter>
