import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { PAYMENT_WEBHOOKS_MODULE } from "../../../../modules/payment-webhooks"
import type PaymentWebhooksModuleService from "../../../../modules/payment-webhooks/service"
import type { AdminPaymentWebhookResponse } from "../../../../types/payment-webhooks"
import { presentWebhookDetail } from "../present-webhook"

defineFileConfig({ path: __filename, isDisabled: isOff("payment-webhooks") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminPaymentWebhookResponse>
) {
  const service = req.scope.resolve<PaymentWebhooksModuleService>(
    PAYMENT_WEBHOOKS_MODULE
  )
  const row = await service.retrievePaymentWebhook(req.params.id!)
  res.json({ payment_webhook: presentWebhookDetail(row) })
}
