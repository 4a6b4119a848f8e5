import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { AdminCollectCashResponse } from "../../../../../types/cash-on-delivery"
import { collectCashWorkflow } from "../../../../../workflows/cash-on-delivery"

defineFileConfig({ path: __filename, isDisabled: isOff("cash-on-delivery") })

/** Marks the cash of one order as collected; again it changes nothing. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminCollectCashResponse>
) {
  const { result: id } = await collectCashWorkflow(req.scope).run({
    input: {
      order_id: req.params.id ?? "",
      captured_by: req.auth_context.actor_id,
    },
  })
  res.json({ collected: [id], refused: [] })
}
