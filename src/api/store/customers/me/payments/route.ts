import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { PAYMENT_TRANSACTIONS_MODULE } from "../../../../../modules/payment-transactions"
import type PaymentTransactionsModuleService from "../../../../../modules/payment-transactions/service"
import type { StorePaymentsResponse } from "../../../../../types/payment-transactions"
import type { StoreGetCustomerPaymentsType } from "../../../payment-transactions/validators"

defineFileConfig({
  path: __filename,
  isDisabled: isOff("payment-transactions"),
})

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StorePaymentsResponse>
) {
  const page = req.validatedQuery as StoreGetCustomerPaymentsType
  const service = req.scope.resolve<PaymentTransactionsModuleService>(
    PAYMENT_TRANSACTIONS_MODULE
  )
  const { actor_id: customerId } = req.auth_context
  const found = await service.listCustomerPayments(customerId, page)
  res.json({ ...found, ...page })
}
