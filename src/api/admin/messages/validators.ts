import { z } from "@medusajs/framework/zod"
import { brandFields } from "../../../modules/messages/options"
import {
  MESSAGE_CHANNELS,
  MESSAGE_STATUSES,
  MESSAGE_TEMPLATES,
} from "../../../types/messages"
import { email, id, locale, plainText } from "../../../utils/input"
import {
  momentRange,
  paging,
  queryEnumList,
  sorting,
} from "../../../utils/list-input"

const SORTABLE = ["created_at", "sent_at", "attempts"]

export const AdminGetMessages = z.strictObject({
  /** The id of a message or of an order, or a recipient's whole address. */
  q: plainText(320).optional(),
  status: queryEnumList(MESSAGE_STATUSES).optional(),
  channel: queryEnumList(MESSAGE_CHANNELS).optional(),
  template: queryEnumList(MESSAGE_TEMPLATES).optional(),
  recipient: plainText(320).optional(),
  order_id: id.optional(),
  customer_id: id.optional(),
  created_at: momentRange("created_at"),
  order: sorting(SORTABLE, "-created_at"),
  ...paging(20),
})
export type AdminGetMessagesType = z.infer<typeof AdminGetMessages>

const template = z.enum(
  MESSAGE_TEMPLATES,
  `must be one of ${MESSAGE_TEMPLATES.join(", ")}`
)

export const AdminPreviewMessage = z.strictObject({
  template,
  locale: locale.optional(),
})
export type AdminPreviewMessageType = z.infer<typeof AdminPreviewMessage>

export const AdminSendTestMessage = z.strictObject({
  template,
  recipient: email,
  locale: locale.optional(),
})
export type AdminSendTestMessageType = z.infer<typeof AdminSendTestMessage>

const shown = (max: number) => plainText(max).nullable().optional()

/** Null leaves a field to the options again; what is not given stays. */
export const AdminSaveMessageBrand = z.strictObject({
  name: shown(80),
  logo_url: brandFields.logoUrl.nullable().optional(),
  color: brandFields.color.nullable().optional(),
  background_color: brandFields.backgroundColor.nullable().optional(),
  address: shown(300),
  footer: shown(300),
})
export type AdminSaveMessageBrandType = z.infer<typeof AdminSaveMessageBrand>
