import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { LOGIN_EVENTS_MODULE } from "../modules/login-events"
import type LoginEventsModuleService from "../modules/login-events/service"
import { defineTask } from "../utils/define-task"

/** Keeps the sums of each day up to date; the admin's charts read nothing else. */
export default defineTask({
  name: "login-events-sum",
  feature: "login-events",
  cron: "*/5 * * * *",
  payload: z.strictObject({}),
  run: async (_, { container, now }) => {
    const { http } = container.resolve(
      ContainerRegistrationKeys.CONFIG_MODULE
    ).projectConfig
    const types = Object.keys(http.authMethodsPerActor ?? {})
    await container
      .resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
      .sumDays([...new Set(["customer", "user", ...types])], now)
  },
})
