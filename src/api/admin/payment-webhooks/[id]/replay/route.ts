import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { AdminPaymentWebhooksReplayedResponse } from "../../../../../types/payment-webhooks"
import { replayPaymentWebhooksWorkflow } from "../../../../../workflows/payment-webhooks"

defineFileConfig({ path: __filename, isDisabled: isOff("payment-webhooks") })

/** Works it off again; harmless for one that is done. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminPaymentWebhooksReplayedResponse>
) {
  const { result } = await replayPaymentWebhooksWorkflow(req.scope).run({
    input: { ids: [req.params.id!] },
  })
  res.json({ ids: result })
}
