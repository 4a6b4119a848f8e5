import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { LOGIN_EVENTS_MODULE } from "../../../../modules/login-events"
import type LoginEventsModuleService from "../../../../modules/login-events/service"
import type { AdminLoginEvent } from "../../../../types/login-events"
import { sendCsv } from "../../../utils/send-csv"
import type { AdminExportLoginEventsType } from "../validators"
import { CSV_COLUMNS } from "./rows"

defineFileConfig({ path: __filename, isDisabled: isOff("login-events") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  const { since: _, ...filters } =
    req.validatedQuery as AdminExportLoginEventsType
  const service =
    req.scope.resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
  await sendCsv<AdminLoginEvent>(req, res, {
    name: "login-events",
    columns: CSV_COLUMNS,
    readPage: (limit, after) => service.listForExport(filters, limit, after),
  })
}
