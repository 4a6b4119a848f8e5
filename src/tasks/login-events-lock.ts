import { z } from "@medusajs/framework/zod"
import { LOGIN_EVENTS_MODULE } from "../modules/login-events"
import type LoginEventsModuleService from "../modules/login-events/service"
import { defineTask } from "../utils/define-task"
import { lockAccount } from "../workflows/login-events/lock-account"

/** What follows when somebody says that a device is not theirs. */
export default defineTask({
  name: "login-events-lock",
  feature: "login-events",
  payload: z.strictObject({ device_id: z.string() }),
  run: async ({ device_id }, { container }) => {
    const device = await container
      .resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
      .retrieveDevice(device_id)
    if (device) {
      await lockAccount(container, device)
    }
  },
})
