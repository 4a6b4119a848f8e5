import { z } from "@medusajs/framework/zod"
import { isOff } from "../config/suite-options"
import { LOGIN_EVENTS_MODULE } from "../modules/login-events"
import type LoginEventsModuleService from "../modules/login-events/service"
import { defineTask } from "../utils/define-task"
import { queueMessageWorkflow } from "../workflows/messages"

/** Whoever invents devices must not fill a mailbox that may not even be theirs. */
const MAILS_A_DAY = 5

/** Tells a customer that somebody signed in from a device that is new to their account. */
export default defineTask({
  name: "login-events-announce",
  feature: "login-events",
  payload: z.strictObject({ device_id: z.string() }),
  run: async ({ device_id }, { container }) => {
    const device = await container
      .resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
      .retrieveDevice(device_id)
    const isTold = device && !device.is_disowned && device.of_day <= MAILS_A_DAY
    if (isOff("messages")() || !isTold) {
      return
    }
    await queueMessageWorkflow(container).run({
      input: {
        ...{ channel: "email", template: "new-device", order_id: null },
        ...{ subject_id: device_id, customer_id: device.actor_id },
        idempotency_key: `login-events.new-device:${device_id}`,
        cause: "login-events.new-device",
      },
    })
  },
})
