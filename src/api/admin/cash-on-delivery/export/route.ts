import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { CASH_ON_DELIVERY_MODULE } from "../../../../modules/cash-on-delivery"
import type CashOnDeliveryModuleService from "../../../../modules/cash-on-delivery/service"
import type { AdminCashOrder } from "../../../../types/cash-on-delivery"
import { sendCsv } from "../../../utils/send-csv"
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
  await sendCsv<AdminCashOrder>(req, res, {
    name: "cash-to-collect",
    columns: CSV_COLUMNS,
    readPage: (limit, after) => cash.listForExport(filters, limit, after),
  })
}
