import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SessionEnd } from "../../../modules/sessions/end-sql"
import { sessionsIn } from "../service-of"

/**
 * Not undone: a session that is over stays over.
 * @throws NOT_FOUND for another's, and for one that is over
 */
export const endSessionStep = createStep(
  "end-session",
  async (input: SessionEnd, { container }) => {
    if (!(await sessionsIn(container).endOwnSession(input))) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Session with id '${input.id}' not found`
      )
    }
    return new StepResponse(input.id)
  }
)
