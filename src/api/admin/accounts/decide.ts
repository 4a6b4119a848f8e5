import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type {
  AdminSuspensionResponse,
  SuspendedActor,
} from "../../../types/accounts"
import {
  reactivateAccountWorkflow,
  suspendAccountWorkflow,
} from "../../../workflows/accounts"
import type { AdminDecideOnAccountType } from "./validators"

const WORKFLOWS = {
  suspend: suspendAccountWorkflow,
  reactivate: reactivateAccountWorkflow,
}

/** For a route by which an admin keeps somebody from signing in, or lets them again. */
export const decideOnAccount =
  (actor_type: SuspendedActor, action: keyof typeof WORKFLOWS) =>
  async (
    req: AuthenticatedMedusaRequest<AdminDecideOnAccountType>,
    res: MedusaResponse<AdminSuspensionResponse>
  ): Promise<void> => {
    const { result: suspension } = await WORKFLOWS[action](req.scope).run({
      input: {
        ...{ actor_type, actor_id: req.params.id ?? "" },
        reason: req.validatedBody.reason,
        by: req.auth_context.actor_id,
      },
    })
    res.json({ suspension })
  }
