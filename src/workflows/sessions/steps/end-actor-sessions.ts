import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isOff } from "../../../config/suite-options"
import type { ActorSessionsEnd } from "../../../modules/sessions/end-sql"
import { sessionsIn } from "../service-of"

/** Not undone: a session that is over stays over, and its owner signs in again. */
export const endActorSessionsStep = createStep(
  "end-actor-sessions",
  async (input: ActorSessionsEnd, { container }) =>
    new StepResponse(
      isOff("sessions")()
        ? 0
        : await sessionsIn(container).endActorSessions(input)
    )
)
