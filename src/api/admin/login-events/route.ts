import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { LOGIN_EVENTS_MODULE } from "../../../modules/login-events"
import type LoginEventsModuleService from "../../../modules/login-events/service"
import type { AdminLoginEventsResponse } from "../../../types/login-events"
import type { AdminGetLoginEventsType } from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("login-events") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminLoginEventsResponse>
) {
  const { since, ...page } = req.validatedQuery as AdminGetLoginEventsType
  const service =
    req.scope.resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
  const found = await service.listLoginEvents(page)
  res.json({ ...found, limit: page.limit, offset: page.offset, since })
}
