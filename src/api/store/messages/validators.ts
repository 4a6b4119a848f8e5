import { z } from "@medusajs/framework/zod"
import {
  OPTIONAL_CATEGORIES,
  type OptionalCategory,
} from "../../../types/messages-preferences"
import { paging } from "../../../utils/list-input"

export const StoreGetMessages = z.strictObject(paging(20))
export type StoreGetMessagesType = z.infer<typeof StoreGetMessages>

/** Those that are not named stay as they are. */
export const StoreSetMessagePreferences = z
  .strictObject(
    Object.fromEntries(
      OPTIONAL_CATEGORIES.map((category) => [
        category,
        z.boolean("must be true or false").optional(),
      ])
    ) as Record<OptionalCategory, z.ZodOptional<z.ZodBoolean>>
  )
  .refine((body) => Object.keys(body).length > 0, "must name a category")
export type StoreSetMessagePreferencesType = z.infer<
  typeof StoreSetMessagePreferences
>

export const StoreUnsubscribe = z.strictObject({
  token: z.string().min(1).max(300),
})
export type StoreUnsubscribeType = z.infer<typeof StoreUnsubscribe>
