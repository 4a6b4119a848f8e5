import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  defineFileConfig,
} from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { PAYMENT_TRANSACTIONS_MODULE } from "../../../../modules/payment-transactions"
import type PaymentTransactionsModuleService from "../../../../modules/payment-transactions/service"
import type { AdminPaymentTransaction } from "../../../../types/payment-transactions"
import { csvStream } from "../../../../utils/csv"
import { rowsInPages } from "../../../../utils/rows-in-pages"
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
  const rows = await rowsInPages<AdminPaymentTransaction>((limit, after) =>
    service.listForExport(filters, limit, after)
  )
  const day = new Date().toISOString().slice(0, 10)
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Cache-Control", "no-store")
  res.attachment(`payment-transactions-${day}.csv`)
  try {
    await pipeline(Readable.from(rows), csvStream(CSV_COLUMNS), res)
  } catch (error) {
    // The answer is under way: a connection cut short is all that can tell, and the client may have cut it.
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `[payment-transactions] export ended early: ${(error as Error).message}`
      )
  }
}
