import { z } from "@medusajs/framework/zod"
import { LOGIN_EVENTS_MODULE } from "../modules/login-events"
import type LoginEventsModuleService from "../modules/login-events/service"
import { defineTask } from "../utils/define-task"
import {
  mailResets,
  replacePasswords,
} from "../workflows/login-events/lock-account"
import { endActorSessionsWorkflow } from "../workflows/sessions"

/** What follows when somebody says that a device is not theirs. Tried again, it spares the password they chose meanwhile. */
export default defineTask({
  name: "login-events-lock",
  feature: "login-events",
  payload: z.strictObject({ device_id: z.string() }),
  run: async ({ device_id }, { container }) => {
    const events =
      container.resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
    const device = await events.retrieveDevice(device_id)
    if (!device) {
      return
    }
    const { actor_type, actor_id } = device
    if (!device.is_locked) {
      await endActorSessionsWorkflow(container).run({
        input: { actor_type, actor_id, reason: "disowned" },
      })
      await replacePasswords(container, device)
      await events.lockDevice(device_id)
    }
    await mailResets(container, device)
  },
})
