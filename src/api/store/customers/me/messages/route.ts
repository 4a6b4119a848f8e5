import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../../../modules/messages"
import type MessagesModuleService from "../../../../../modules/messages/service"
import type { StoreMessagesResponse } from "../../../../../types/messages"
import type { StoreGetMessagesType } from "../../../messages/validators"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** What the store has sent to the customer who asks. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreMessagesResponse>
) {
  const page = req.validatedQuery as StoreGetMessagesType
  const found = await req.scope
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .listCustomerMessages(req.auth_context.actor_id, page)
  res.json({ ...found, ...page })
}
