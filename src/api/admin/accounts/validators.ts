import { z } from "@medusajs/framework/zod"
import { id, plainText } from "../../../utils/input"
import { paging } from "../../../utils/list-input"

/** Why, which is kept. */
export const AdminDecideOnAccount = z.strictObject({ reason: plainText(500) })
export type AdminDecideOnAccountType = z.infer<typeof AdminDecideOnAccount>

export const AdminGetSuspensions = z.strictObject({
  actor_type: z.enum(["customer", "user"], "must be customer or user"),
  actor_id: id,
  ...paging(20),
})
export type AdminGetSuspensionsType = z.infer<typeof AdminGetSuspensions>
