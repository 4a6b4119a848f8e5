import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { type ResetInput, resetTwoFactorStep } from "./steps/reset-two-factor"

/**
 * Switches off every second factor of a customer or an admin, with their recovery codes, ends their sessions and mails the owner. For who
 * has lost the phone; whoever calls it makes sure that they are who they say.
 *
 * @returns the ids of their auth identities
 * @throws NOT_FOUND for who has no second factor
 * @example await resetTwoFactorWorkflow(container).run({ input: { actor_type: "user", actor_id: "user_01J…" } })
 */
export const resetTwoFactorWorkflow = createWorkflow(
  "reset-two-factor",
  (input: ResetInput) => new WorkflowResponse(resetTwoFactorStep(input))
)
