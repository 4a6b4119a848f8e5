import { z } from "@medusajs/framework/zod"
import { defineTask } from "../utils/define-task"
import { accountsOf } from "../workflows/accounts/service-of"

/** Forgets addresses that were wished for and codes that were mailed, once they open nothing, each night. */
export default defineTask({
  name: "accounts-prune",
  feature: "accounts",
  cron: "31 2 * * *",
  payload: z.strictObject({}),
  run: (_, { container, now }) => accountsOf(container).prune(now),
})
