import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isOff } from "../../../config/suite-options"
import type { SessionsEnd } from "../../../modules/sessions/end-sql"
import { sessionsIn } from "../service-of"

/** Not undone: a session that is over stays over, and its owner signs in again. */
export const endSessionsStep = createStep(
  "end-sessions",
  async (input: SessionsEnd, { container }) =>
    new StepResponse(
      isOff("sessions")() ? 0 : await sessionsIn(container).endSessions(input)
    )
)
