import { z } from "@medusajs/framework/zod"
import { defineTask } from "../utils/define-task"
import { mailEmailChange } from "../workflows/accounts/mail-email-change"

/** Mails what belongs to the wish for another e-mail address. */
export default defineTask({
  name: "accounts-mail",
  feature: "accounts",
  payload: z.strictObject({ change_id: z.string() }),
  run: ({ change_id }, { container }) => mailEmailChange(container, change_id),
})
