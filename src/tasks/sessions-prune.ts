import { z } from "@medusajs/framework/zod"
import { featureOptions } from "../config/suite-options"
import { SESSIONS_MODULE } from "../modules/sessions"
import type SessionsModuleService from "../modules/sessions/service"
import { defineTask } from "../utils/define-task"

/** Forgets sessions that have long been over, each night. */
export default defineTask({
  name: "sessions-prune",
  feature: "sessions",
  cron: "23 3 * * *",
  payload: z.strictObject({}),
  run: async (_, { container }) => {
    const { keepDays } = featureOptions("sessions")
    await container
      .resolve<SessionsModuleService>(SESSIONS_MODULE)
      .pruneSessions(keepDays)
  },
})
