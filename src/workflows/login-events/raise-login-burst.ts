import { createWorkflow } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { LoginBurst } from "../../types/login-events"
import { LoginEvents } from "./events"

/**
 * Tells whoever listens that somebody is guessing.
 * @example await raiseLoginBurstWorkflow(container).run({ input: burst })
 */
export const raiseLoginBurstWorkflow = createWorkflow(
  "raise-login-burst",
  (input: LoginBurst) => {
    emitEventStep({ eventName: LoginEvents.BURST, data: input })
  }
)
