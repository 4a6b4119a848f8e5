import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { LOGIN_EVENTS_MODULE } from "../../../../../modules/login-events"
import type LoginEventsModuleService from "../../../../../modules/login-events/service"
import type { StoreLoginEventsResponse } from "../../../../../types/login-events"
import type { StoreGetLoginEventsType } from "../../../login-events/validators"

defineFileConfig({ path: __filename, isDisabled: isOff("login-events") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreLoginEventsResponse>
) {
  const page = req.validatedQuery as StoreGetLoginEventsType
  const service =
    req.scope.resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
  const { actor_id: customerId } = req.auth_context
  const found = await service.listCustomerLoginEvents(customerId, page)
  res.json({ ...found, ...page })
}
