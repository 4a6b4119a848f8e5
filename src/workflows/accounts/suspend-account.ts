import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { suiteSecret } from "../../config/suite-options"
import type { AccountActor } from "../../modules/accounts/service"
import { newSettlement } from "../../utils/account-settlement"
import { type Decision, refused } from "./decide"
import { accountsOf } from "./service-of"
import { retrieveAccountStep } from "./steps/retrieve-account"
import { retrieveSuspensionStep } from "./steps/retrieve-suspension"
import { settleAccountStep } from "./steps/settle-account"

/** Not undone: it is one write, with the note of who did it and the job that ends the sessions. */
const suspendAccountStep = createStep(
  "suspend-account",
  async (
    { decision, ids }: { decision: Decision; ids: string[] },
    { container }
  ) => {
    const settlement = newSettlement({
      auth_identity_ids: ids,
      reason: "suspended",
    })
    const id = await accountsOf(container).suspend(
      decision,
      settlement,
      suiteSecret()
    )
    if (!id) {
      throw refused("It is suspended already")
    }
    return new StepResponse({ id, settlement })
  }
)

/**
 * Keeps a customer or an admin from signing in, and ends their sessions. Their data stay.
 *
 * @returns the suspension
 * @throws NOT_FOUND, or NOT_ALLOWED for who is suspended already, for oneself, and for the last admin who can sign in
 * @example await suspendAccountWorkflow(container).run({
 *   input: { actor_type: "customer", actor_id: "cus_01J…", reason: "chargebacks", by: "user_01J…" },
 * })
 */
export const suspendAccountWorkflow = createWorkflow(
  "suspend-account",
  (input: Decision) => {
    const ids = retrieveAccountStep(input)
    const suspended = suspendAccountStep({ decision: input, ids })
    const settlement = transform(suspended, (each) => each.settlement)
    settleAccountStep(settlement)
    const actor = transform(
      input,
      ({ actor_type, actor_id }): AccountActor => ({ actor_type, actor_id })
    )
    return new WorkflowResponse(retrieveSuspensionStep(actor))
  }
)
