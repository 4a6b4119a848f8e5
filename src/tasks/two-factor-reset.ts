import { z } from "@medusajs/framework/zod"
import { isOff } from "../config/suite-options"
import { defineTask } from "../utils/define-task"
import { queueMessageWorkflow } from "../workflows/messages"
import { endSessionsWorkflow } from "../workflows/sessions"

/** What follows when somebody's second factor was reset: their sessions end, and they are told. */
export default defineTask({
  name: "two-factor-reset",
  feature: "two-factor",
  payload: z.strictObject({
    actor_type: z.enum(["user", "customer"]),
    actor_id: z.string(),
    auth_identity_ids: z.array(z.string()),
  }),
  run: async (reset, { container, job }) => {
    const { actor_type, actor_id, auth_identity_ids } = reset
    for (const auth_identity_id of auth_identity_ids) {
      await endSessionsWorkflow(container).run({
        input: { auth_identity_id, reason: "two-factor reset" },
      })
    }
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
