import { z } from "@medusajs/framework/zod"
import { brandFields } from "../../../modules/messages/options"
import {
  MESSAGE_CHANNELS,
  MESSAGE_STATUSES,
  MESSAGE_TEMPLATES,
} from "../../../types/messages"
import {
  MESSAGE_CATEGORIES,
  OPTIONAL_CATEGORIES,
  type OptionalCategory,
} from "../../../types/messages-preferences"
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
export const AdminGetMessageNotes = z.strictObject(paging(20))
export type AdminGetMessageNotesType = z.infer<typeof AdminGetMessageNotes>

const KEY = /^[\w-]{8,100}$/

export const AdminWriteMessage = z
  .strictObject({
    idempotency_key: z
      .string()
      .regex(KEY, "must be 8 to 100 letters, digits, _ and -"),
    customer_id: id.optional(),
    customer_group_id: id.optional(),
    subject: plainText(200).regex(/^[^\p{Cc}]*$/u, "must be one line"),
    text: plainText(20_000),
    category: z.enum(
      MESSAGE_CATEGORIES,
      `must be one of ${MESSAGE_CATEGORIES.join(", ")}`
    ),
    order_id: id.optional(),
  })
  .superRefine((body, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message })
    const { customer_id, customer_group_id, category, order_id } = body
    if (Boolean(customer_id) === Boolean(customer_group_id)) {
      refuse(
        customer_id ? "customer_group_id" : "customer_id",
        "give a customer_id or a customer_group_id, one of them"
      )
    }
    if (category === "transactional" && !(customer_id && order_id)) {
      refuse(
        "category",
        "transactional is only what is about an order (order_id) of a customer (customer_id)"
      )
    }
    if (order_id && customer_group_id) {
      refuse("order_id", "a group has no order")
    }
  })
export type AdminWriteMessageType = z.infer<typeof AdminWriteMessage>

/** An admin may switch off what a customer wants no more; on again is the customer's to say. */
export const AdminSetMessagePreferences = z
  .strictObject(
    Object.fromEntries(
      OPTIONAL_CATEGORIES.map((category) => [
        category,
        z
          .literal(false, "must be false: only customers switch it on")
          .optional(),
      ])
    ) as Record<OptionalCategory, z.ZodOptional<z.ZodLiteral<false>>>
  )
  .refine((body) => Object.keys(body).length > 0, "must name a category")
export type AdminSetMessagePreferencesType = z.infer<
  typeof AdminSetMessagePreferences
>
