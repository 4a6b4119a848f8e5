import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../../../modules/messages"
import type MessagesModuleService from "../../../../../modules/messages/service"
import type { AdminMessageNoteResponse } from "../../../../../types/messages-notes"
import { presentNotes } from "../../present-note"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminMessageNoteResponse>
) {
  const row = await req.scope
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .retrieveMessageNote(req.params.id!)
  const [note] = await presentNotes(req.scope, [row])
  res.json({ note: note! })
}
