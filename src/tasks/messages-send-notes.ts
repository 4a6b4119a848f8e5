import { z } from "@medusajs/framework/zod"
import { defineTask } from "../utils/define-task"
import { sendNotes } from "../workflows/messages/send-notes"

/** Sends some of the messages of what an admin wrote to a group. */
export default defineTask({
  name: "messages-send-notes",
  feature: "messages",
  payload: z.strictObject({ ids: z.array(z.string()) }),
  run: (payload, context) => sendNotes(payload, context),
})
