import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig, MedusaError } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { PAYMENT_TRANSACTIONS_MODULE } from "../../../../../modules/payment-transactions"
import type PaymentTransactionsModuleService from "../../../../../modules/payment-transactions/service"
import type { StorePaymentsResponse } from "../../../../../types/payment-transactions"
import type { StoreGetOrderPaymentsType } from "../../../payment-transactions/validators"

defineFileConfig({
  path: __filename,
  isDisabled: isOff("payment-transactions"),
})

/** Another customer's order is answered like one that does not exist. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StorePaymentsResponse>
) {
  const { id = "" } = req.params
  const service = req.scope.resolve<PaymentTransactionsModuleService>(
    PAYMENT_TRANSACTIONS_MODULE
  )
  const { actor_id: customerId } = req.auth_context
  const page = req.validatedQuery as StoreGetOrderPaymentsType
  const found = await service.listOrderPayments(id, customerId, page)
  if (!found) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order with id: ${id} was not found`
    )
  }
  res.json({ ...found, ...page })
}
