import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig, MedusaError } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import type { AdminCollectCashResponse } from "../../../../types/cash-on-delivery"
import { collectCashWorkflow } from "../../../../workflows/cash-on-delivery"
import type { AdminCollectCashType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("cash-on-delivery") })

/** Each order stands for itself: what one is refused for keeps no other back. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminCollectCashType>,
  res: MedusaResponse<AdminCollectCashResponse>
) {
  const answer: AdminCollectCashResponse = { collected: [], refused: [] }
  for (const id of req.validatedBody.ids) {
    const { errors } = await collectCashWorkflow(req.scope).run({
      input: { order_id: id, captured_by: req.auth_context.actor_id },
      throwOnError: false,
    })
    const error: unknown = errors[0]?.error
    if (!error) {
      answer.collected.push(id)
    } else if (MedusaError.isMedusaError(error)) {
      answer.refused.push({ id, message: (error as Error).message })
    } else {
      throw error
    }
  }
  res.json(answer)
}
