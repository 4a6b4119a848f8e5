import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../../../modules/messages"
import type MessagesModuleService from "../../../../../modules/messages/service"
import type { MessagePreferencesResponse } from "../../../../../types/messages-preferences"
import {
  readPreferences,
  setMessagePreferencesWorkflow,
} from "../../../../../workflows/messages"
import type { StoreSetMessagePreferencesType } from "../../../messages/validators"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** What the customer who asks gets, and may do without. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MessagePreferencesResponse>
) {
  const service = req.scope.resolve<MessagesModuleService>(MESSAGES_MODULE)
  const { actor_id } = req.auth_context
  res.json({ preferences: await readPreferences(service, actor_id) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<StoreSetMessagePreferencesType>,
  res: MedusaResponse<MessagePreferencesResponse>
) {
  const { result } = await setMessagePreferencesWorkflow(req.scope).run({
    input: {
      customer_id: req.auth_context.actor_id,
      ...{ preferences: req.validatedBody, chosen_by: "customer" },
    },
  })
  res.json({ preferences: result })
}
