import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig, Modules } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../../../modules/messages"
import type MessagesModuleService from "../../../../../modules/messages/service"
import type { MessagePreferencesResponse } from "../../../../../types/messages-preferences"
import {
  readPreferences,
  setMessagePreferencesWorkflow,
} from "../../../../../workflows/messages"
import type { AdminSetMessagePreferencesType } from "../../../messages/validators"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** @throws NOT_FOUND */
const customerOf = async ({ scope, params }: AuthenticatedMedusaRequest) =>
  (await scope.resolve(Modules.CUSTOMER).retrieveCustomer(params.id!)).id

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MessagePreferencesResponse>
) {
  const service = req.scope.resolve<MessagesModuleService>(MESSAGES_MODULE)
  const preferences = await readPreferences(service, await customerOf(req))
  res.json({ preferences })
}

/** Switches off what the customer has asked an admin to. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminSetMessagePreferencesType>,
  res: MedusaResponse<MessagePreferencesResponse>
) {
  const { result } = await setMessagePreferencesWorkflow(req.scope).run({
    input: {
      customer_id: await customerOf(req),
      ...{ preferences: req.validatedBody, chosen_by: "admin" },
    },
  })
  res.json({ preferences: result })
}
