import { z } from "@medusajs/framework/zod"
import {
  MESSAGE_CHANNELS,
  MESSAGE_STATUSES,
  MESSAGE_TEMPLATES,
} from "../../../types/messages"
import { id, plainText } from "../../../utils/input"
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
