import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import type { AdminPaymentWebhooksReplayedResponse } from "../../../../types/payment-webhooks"
import { replayPaymentWebhooksWorkflow } from "../../../../workflows/payment-webhooks"
import type { AdminPaymentWebhookIdsType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("payment-webhooks") })

/** In bulk: all or, when an id does not exist, none. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminPaymentWebhookIdsType>,
  res: MedusaResponse<AdminPaymentWebhooksReplayedResponse>
) {
  const { ids } = req.validatedBody
  const { result } = await replayPaymentWebhooksWorkflow(req.scope).run({
    input: { ids },
  })
  res.json({ ids: result })
}
