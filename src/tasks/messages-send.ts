import { z } from "@medusajs/framework/zod"
import { defineTask } from "../utils/define-task"
import { sendMessage } from "../workflows/messages/send-message"

/** One attempt at sending a queued message. */
export default defineTask({
  name: "messages-send",
  feature: "messages",
  payload: z.strictObject({
    id: z.string(),
    secrets: z.record(z.string(), z.string()).optional(),
  }),
  run: (payload, context) => sendMessage(payload, context),
})
