import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { PAYMENT_WEBHOOKS_MODULE } from "../../../modules/payment-webhooks"
import type PaymentWebhooksModuleService from "../../../modules/payment-webhooks/service"
import type { AdminPaymentWebhooksResponse } from "../../../types/payment-webhooks"
import { listFilters, listOrder } from "./list-filters"
import { presentWebhook } from "./present-webhook"
import { adminPaymentWebhookFields } from "./query-config"
import type { AdminGetPaymentWebhooksType } from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("payment-webhooks") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminPaymentWebhooksResponse>
) {
  const { limit, offset, order, ...filters } =
    req.validatedQuery as AdminGetPaymentWebhooksType
  const service = req.scope.resolve<PaymentWebhooksModuleService>(
    PAYMENT_WEBHOOKS_MODULE
  )
  const [rows, count] = await service.listAndCountPaymentWebhooks(
    listFilters(filters),
    {
      select: [...adminPaymentWebhookFields],
      take: limit,
      skip: offset,
      order: listOrder(order),
    }
  )
  res.json({
    payment_webhooks: rows.map(presentWebhook),
    count,
    limit,
    offset,
  })
}
