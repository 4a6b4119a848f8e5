import { z } from "@medusajs/framework/zod"
import { id } from "../../utils/input"
import { paging } from "../../utils/list-input"

export const GetSessions = z.strictObject(paging(20))
export type GetSessionsType = z.infer<typeof GetSessions>

export const EndSessions = z.strictObject({
  keep_current: z.boolean("must be true or false").default(true),
})
export type EndSessionsType = z.infer<typeof EndSessions>

export const SessionParams = z.object({ id })
