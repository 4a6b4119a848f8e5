import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isOff } from "../../../config/suite-options"
import { SESSIONS_MODULE } from "../../../modules/sessions"
import type { SessionsEnd } from "../../../modules/sessions/end-sql"
import type SessionsModuleService from "../../../modules/sessions/service"

/** Not undone: a session that is over stays over, and its owner signs in again. */
export const endSessionsStep = createStep(
  "end-sessions",
  async (input: SessionsEnd, { container }) => {
    if (isOff("sessions")()) {
      return new StepResponse(0)
    }
    const ended = await container
      .resolve<SessionsModuleService>(SESSIONS_MODULE)
      .endSessions(input)
    return new StepResponse(ended)
  }
)
