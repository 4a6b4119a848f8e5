import { z } from "@medusajs/framework/zod"
import { PAYMENT_WEBHOOK_STATUSES } from "../../../types/payment-webhooks"
import { idList, plainText } from "../../../utils/input"
import {
  momentRange,
  paging,
  queryEnumList,
  sorting,
} from "../../../utils/list-input"

const SORTABLE = ["received_at", "finished_at", "attempts"]

export const AdminGetPaymentWebhooks = z.strictObject({
  /** The id of a webhook, an event, a gateway's payment, or a payment session. */
  q: plainText(200).optional(),
  provider_id: plainText(100).optional(),
  status: queryEnumList(PAYMENT_WEBHOOK_STATUSES).optional(),
  event_type: plainText(200).optional(),
  received_at: momentRange("received_at"),
  order: sorting(SORTABLE, "-received_at"),
  ...paging(20),
})
export type AdminGetPaymentWebhooksType = z.infer<
  typeof AdminGetPaymentWebhooks
>

export const AdminPaymentWebhookIds = z.strictObject({ ids: idList(100) })
export type AdminPaymentWebhookIdsType = z.infer<typeof AdminPaymentWebhookIds>
