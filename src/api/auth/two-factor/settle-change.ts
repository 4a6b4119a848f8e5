import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { AuthTypes } from "@medusajs/framework/types"
import { newFactorChange } from "../../../modules/two-factor/factor-change"
import {
  SETTLE_TASK,
  settleFactorChange,
} from "../../../workflows/two-factor/settle-factor-change"
import { twoFactorOf } from "../../utils/fresh-factor"
import { sessionIdOf } from "../../utils/session-of"
import { settle } from "./settle"

/** Before Medusa changes a factor: what follows is done before the answer, and by the queue if this server dies. */
export async function settleChange(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  { id: factor_id, status }: AuthTypes.AuthMfaDTO,
  reason: string
): Promise<void> {
  const { auth_identity_id } = req.auth_context
  const except = sessionIdOf(req) ?? null
  const change = newFactorChange({
    ...{ factor_id, status, auth_identity_id, except, reason },
  })
  const twoFactor = twoFactorOf(req)
  await twoFactor.planChange(change, SETTLE_TASK)
  settle(req, res, async ({ status: answer }) => {
    if (answer < 400) {
      await settleFactorChange(req.scope, change)
    } else if (answer < 500) {
      await twoFactor.dropChange(change)
    }
    // Who knows what an error of the server left behind: the job looks.
  })
}
