import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { AccountActor } from "../../modules/accounts/service"
import { type Decision, refused } from "./decide"
import { accountsOf } from "./service-of"
import { retrieveSuspensionStep } from "./steps/retrieve-suspension"

/** Not undone: it is one write, with the note of who did it. */
const reactivateAccountStep = createStep(
  "reactivate-account",
  async (decision: Decision, { container }) => {
    if (!(await accountsOf(container).reactivate(decision, new Date()))) {
      throw refused("It is not suspended")
    }
    return new StepResponse(undefined)
  }
)

/**
 * Lets a suspended customer or admin sign in again.
 * @returns the suspension that is over
 * @throws NOT_ALLOWED for who is not suspended
 * @example await reactivateAccountWorkflow(container).run({
 *   input: { actor_type: "user", actor_id: "user_01J…", reason: "back again", by: "user_01K…" },
 * })
 */
export const reactivateAccountWorkflow = createWorkflow(
  "reactivate-account",
  (input: Decision) => {
    reactivateAccountStep(input)
    const actor = transform(
      input,
      ({ actor_type, actor_id }): AccountActor => ({ actor_type, actor_id })
    )
    return new WorkflowResponse(retrieveSuspensionStep(actor))
  }
)
