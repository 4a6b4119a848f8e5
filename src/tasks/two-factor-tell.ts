import { z } from "@medusajs/framework/zod"
import { isOff } from "../config/suite-options"
import { defineTask } from "../utils/define-task"
import { queueMessageWorkflow } from "../workflows/messages"

/** Tells an account's owner that somebody else switched their second factor off. */
export default defineTask({
  name: "two-factor-tell",
  feature: "two-factor",
  payload: z.strictObject({
    actor_type: z.enum(["user", "customer"]),
    actor_id: z.string(),
  }),
  run: async ({ actor_type, actor_id }, { container, job }) => {
    if (isOff("messages")()) {
      return
    }
    await queueMessageWorkflow(container).run({
      input: {
        ...{ channel: "email", template: "two-factor-reset", order_id: null },
        ...{ subject_id: actor_id, cause: "two-factor.reset" },
        customer_id: actor_type === "customer" ? actor_id : null,
        idempotency_key: `two-factor.reset:${job.id}`,
      },
    })
  },
})
