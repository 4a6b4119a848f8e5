import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { LOGIN_EVENTS_MODULE } from "../../../../modules/login-events"
import type LoginEventsModuleService from "../../../../modules/login-events/service"
import type { AdminLoginStatisticsResponse } from "../../../../types/login-events"
import type { AdminGetLoginStatisticsType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("login-events") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminLoginStatisticsResponse>
) {
  const range = req.validatedQuery as AdminGetLoginStatisticsType
  const service =
    req.scope.resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
  const sums = await service.readStatistics(range)
  res.json({ statistics: { from: range.from, to: range.to, ...sums } })
}
