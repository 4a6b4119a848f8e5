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
import { CASH_ON_DELIVERY_MODULE } from "../../../../modules/cash-on-delivery"
import type CashOnDeliveryModuleService from "../../../../modules/cash-on-delivery/service"
import type { AdminCashOrder } from "../../../../types/cash-on-delivery"
import { csvStream } from "../../../../utils/csv"
import { rowsInPages } from "../../../../utils/rows-in-pages"
import type { AdminExportCashOrdersType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("cash-on-delivery") })

const CSV_COLUMNS = [
  "placed_at",
  "display_id",
  "id",
  "amount",
  "currency_code",
  "delivery",
  "name",
  "email",
  "phone",
  "city",
  "postal_code",
  "region_id",
]

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  const filters = req.validatedQuery as AdminExportCashOrdersType
  const cash = req.scope.resolve<CashOnDeliveryModuleService>(
    CASH_ON_DELIVERY_MODULE
  )
  const rows = await rowsInPages<AdminCashOrder>((limit, after) =>
    cash.listForExport(filters, limit, after)
  )
  const day = new Date().toISOString().slice(0, 10)
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Cache-Control", "no-store")
  res.attachment(`cash-to-collect-${day}.csv`)
  try {
    await pipeline(Readable.from(rows), csvStream(CSV_COLUMNS), res)
  } catch (error) {
    // The answer is under way: a connection cut short is all that can tell, and the client may have cut it.
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `[cash-on-delivery] export ended early: ${(error as Error).message}`
      )
  }
}
