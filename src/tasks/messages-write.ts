import { z } from "@medusajs/framework/zod"
import { defineTask } from "../utils/define-task"
import { queueNoteBatchWorkflow } from "../workflows/messages/queue-note-batch"

/** Queues what an admin wrote to a group, a part of it at a time. */
export default defineTask({
  name: "messages-write",
  feature: "messages",
  payload: z.strictObject({ note_id: z.string() }),
  run: async (input, { container }) => {
    for (let isLast = false; !isLast;) {
      const { result } = await queueNoteBatchWorkflow(container).run({ input })
      isLast = result.isLast
    }
  },
})
