import { z } from "@medusajs/framework/zod"
import {
  MESSAGE_CHANNELS,
  SUPPRESSION_REASONS,
} from "../../../../types/messages"
import { email, plainText } from "../../../../utils/input"
import {
  momentRange,
  paging,
  queryEnumList,
  sorting,
} from "../../../../utils/list-input"
import { e164 } from "../../../../utils/phone"

export const AdminGetSuppressions = z.strictObject({
  /** The beginning of an address. */
  q: plainText(320).optional(),
  channel: queryEnumList(MESSAGE_CHANNELS).optional(),
  reason: queryEnumList(SUPPRESSION_REASONS).optional(),
  created_at: momentRange("created_at"),
  order: sorting(["created_at", "address"], "-created_at"),
  ...paging(20),
})
export type AdminGetSuppressionsType = z.infer<typeof AdminGetSuppressions>

const phone = z
  .string()
  .max(40)
  .refine(
    (text) => e164(text) !== null,
    "must be a phone number in international form such as +491512345678"
  )
  .transform((text) => e164(text) ?? "")

export const AdminCreateSuppression = z.discriminatedUnion(
  "channel",
  [
    z.strictObject({ channel: z.literal("email"), address: email }),
    z.strictObject({ channel: z.literal("sms"), address: phone }),
  ],
  `must be one of ${MESSAGE_CHANNELS.join(", ")}`
)
export type AdminCreateSuppressionType = z.infer<typeof AdminCreateSuppression>
