import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { PAYMENT_TRANSACTIONS_MODULE } from "../../../../modules/payment-transactions"
import type PaymentTransactionsModuleService from "../../../../modules/payment-transactions/service"
import type { AdminPaymentTransaction } from "../../../../types/payment-transactions"
import { sendCsv } from "../../../utils/send-csv"
import type { AdminExportPaymentTransactionsType } from "../validators"
import { CSV_COLUMNS } from "./rows"

defineFileConfig({
  path: __filename,
  isDisabled: isOff("payment-transactions"),
})

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  const filters = req.validatedQuery as AdminExportPaymentTransactionsType
  const service = req.scope.resolve<PaymentTransactionsModuleService>(
    PAYMENT_TRANSACTIONS_MODULE
  )
  await sendCsv<AdminPaymentTransaction>(req, res, {
    name: "payment-transactions",
    columns: CSV_COLUMNS,
    readPage: (limit, after) => service.listForExport(filters, limit, after),
  })
}
