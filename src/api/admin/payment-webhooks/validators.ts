import { z } from "@medusajs/framework/zod"
import { PAYMENT_WEBHOOK_STATUSES } from "../../../types/payment-webhooks"
import {
  dateTime,
  idList,
  paging,
  plainText,
  queryEnumList,
} from "../../../utils/input"

const SORTABLE = ["received_at", "finished_at", "attempts"]
const ORDERS = SORTABLE.flatMap((field) => [field, `-${field}`])

/** `$gte` and the like, as the admin's date filter sends them. */
const range = z.strictObject({
  $gte: dateTime.optional(),
  $gt: dateTime.optional(),
  $lte: dateTime.optional(),
  $lt: dateTime.optional(),
})

export const AdminGetPaymentWebhooks = z.strictObject({
  /** The id of a webhook, an event, a gateway's payment, or a payment session. */
  q: plainText(200).optional(),
  provider_id: plainText(100).optional(),
  status: queryEnumList(PAYMENT_WEBHOOK_STATUSES).optional(),
  event_type: plainText(200).optional(),
  received_at: range.optional(),
  /** A field to sort by; a leading `-` reverses. */
  order: z
    .enum(ORDERS, `must be one of ${ORDERS.join(", ")}`)
    .default("-received_at"),
  ...paging(20),
})
export type AdminGetPaymentWebhooksType = z.infer<
  typeof AdminGetPaymentWebhooks
>

export const AdminPaymentWebhookIds = z.strictObject({ ids: idList(100) })
export type AdminPaymentWebhookIdsType = z.infer<typeof AdminPaymentWebhookIds>

/** For actions that take nothing. */
export const AdminNoBody = z.strictObject({})
