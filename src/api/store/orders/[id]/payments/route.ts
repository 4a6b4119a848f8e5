import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig, MedusaError } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { PAYMENT_TRANSACTIONS_MODULE } from "../../../../../modules/payment-transactions"
import type PaymentTransactionsModuleService from "../../../../../modules/payment-transactions/service"
import type { StoreOrderPaymentsResponse } from "../../../../../types/payment-transactions"

defineFileConfig({
  path: __filename,
  isDisabled: isOff("payment-transactions"),
})

/** Another customer's order is answered like one that does not exist. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreOrderPaymentsResponse>
) {
  const { id = "" } = req.params
  const service = req.scope.resolve<PaymentTransactionsModuleService>(
    PAYMENT_TRANSACTIONS_MODULE
  )
  const { actor_id: customerId } = req.auth_context
  const payments = await service.listOrderPayments(id, customerId)
  if (!payments) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order with id: ${id} was not found`
    )
  }
  res.json({ payments })
}
