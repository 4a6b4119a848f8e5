import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../../modules/messages"
import type MessagesModuleService from "../../../../modules/messages/service"
import type { AdminMessageNotesResponse } from "../../../../types/messages-notes"
import { presentNotes } from "../present-note"
import type { AdminGetMessageNotesType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** What admins wrote, the newest first. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminMessageNotesResponse>
) {
  const { limit, offset } = req.validatedQuery as AdminGetMessageNotesType
  const [rows, count] = await req.scope
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .listAndCountMessageNotes(
      {},
      {
        ...{ take: limit, skip: offset },
        order: { created_at: "DESC", id: "DESC" },
      }
    )
  const notes = await presentNotes(req.scope, rows)
  res.json({ notes, count, limit, offset })
}
