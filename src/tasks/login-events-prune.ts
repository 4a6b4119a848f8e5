import { z } from "@medusajs/framework/zod"
import { LOGIN_EVENTS_MODULE } from "../modules/login-events"
import type LoginEventsModuleService from "../modules/login-events/service"
import { defineTask } from "../utils/define-task"

/** Makes room for the months to come, cuts old addresses to their network, and forgets old months, each night. */
export default defineTask({
  name: "login-events-prune",
  feature: "login-events",
  cron: "53 2 * * *",
  payload: z.strictObject({}),
  run: async (_, { container, now }) => {
    await container
      .resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
      .pruneEvents(now)
  },
})
