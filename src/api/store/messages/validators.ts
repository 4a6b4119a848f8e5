import { z } from "@medusajs/framework/zod"
import { paging } from "../../../utils/list-input"

export const StoreGetMessages = z.strictObject(paging(20))
export type StoreGetMessagesType = z.infer<typeof StoreGetMessages>
