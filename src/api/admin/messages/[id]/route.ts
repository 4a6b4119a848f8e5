import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../../modules/messages"
import type MessagesModuleService from "../../../../modules/messages/service"
import type { AdminMessageResponse } from "../../../../types/messages"
import { readMailbox } from "../../../../workflows/messages/keep-in-mailbox"
import { presentMessageDetail } from "../present-message"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminMessageResponse>
) {
  const message = await req.scope
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .retrieveMessage(req.params.id!)
  const whole = await readMailbox(req.scope, message)
  res.setHeader("Cache-Control", "private, no-store")
  res.json({ message: presentMessageDetail(message, whole) })
}
