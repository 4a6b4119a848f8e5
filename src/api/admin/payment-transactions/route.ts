import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { PAYMENT_TRANSACTIONS_MODULE } from "../../../modules/payment-transactions"
import type PaymentTransactionsModuleService from "../../../modules/payment-transactions/service"
import type { AdminPaymentTransactionsResponse } from "../../../types/payment-transactions"
import type { AdminGetPaymentTransactionsType } from "./validators"

defineFileConfig({
  path: __filename,
  isDisabled: isOff("payment-transactions"),
})

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminPaymentTransactionsResponse>
) {
  const page = req.validatedQuery as AdminGetPaymentTransactionsType
  const service = req.scope.resolve<PaymentTransactionsModuleService>(
    PAYMENT_TRANSACTIONS_MODULE
  )
  const found = await service.listTransactions(page)
  res.json({ ...found, limit: page.limit, offset: page.offset })
}
