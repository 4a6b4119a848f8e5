import { z } from "@medusajs/framework/zod"
import { defineTask } from "../utils/define-task"
import { raiseLoginBurstWorkflow } from "../workflows/login-events"

/** Raises the event of a burst of failures, which a killed server cannot lose before it is raised. */
export default defineTask({
  name: "login-events-alert",
  feature: "login-events",
  payload: z.strictObject({
    kind: z.enum(["account", "ip"]),
    actor_type: z.string().nullable(),
    actor_id: z.string().nullable(),
    identifier_hash: z.string().nullable(),
    ip: z.string().nullable(),
    failures: z.number(),
    since: z.string(),
    minutes: z.number(),
  }),
  run: async (burst, { container, logger }) => {
    const whom = burst.ip ?? burst.actor_id ?? burst.identifier_hash
    logger.warn(
      `[login-events] ${burst.failures} failed sign-ins within ${burst.minutes} minutes: ${burst.kind} ${whom}`
    )
    await raiseLoginBurstWorkflow(container).run({ input: burst })
  },
})
