import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { LOGIN_EVENTS_MODULE } from "../../../modules/login-events"
import type LoginEventsModuleService from "../../../modules/login-events/service"
import { checkDeviceToken } from "../device-token"

const LOCK_TASK = "login-events-lock"

export type DisownInput = { token: string; now: Date }

/**
 * Not undone: what follows has its job. The second time changes nothing.
 * @throws NOT_ALLOWED when the token is forged or has run out
 */
export const disownLoginDeviceStep = createStep(
  "disown-login-device",
  async ({ token, now }: DisownInput, { container }) => {
    const check = checkDeviceToken(token, new Date(now))
    if (!check.valid) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Invalid request: token: this link ${check.reason === "expired" ? "has expired" : "is not valid"}`
      )
    }
    await container
      .resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
      .disownDevice(check.id, LOCK_TASK)
    return new StepResponse(check.id)
  }
)
