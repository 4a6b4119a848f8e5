import { z } from "@medusajs/framework/zod"
import { sendResetLink } from "../workflows/sign-in/send-reset-link"
import { defineTask } from "../utils/define-task"

/** Makes the link for a new password and lets the mail with it go out, if there is such an account. */
export default defineTask({
  name: "sign-in-reset",
  feature: "sign-in",
  payload: z.strictObject({
    actor_type: z.string(),
    provider: z.string(),
    identifier: z.string(),
    metadata: z.record(z.string(), z.unknown()).optional(),
    asked_at: z.coerce.date(),
  }),
  run: (asked, { container, now }) => sendResetLink(container, asked, now),
})
