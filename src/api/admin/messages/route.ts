import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type MessagesModuleService from "../../../modules/messages/service"
import type { AdminMessagesResponse } from "../../../types/messages"
import type { AdminMessageNoteResponse } from "../../../types/messages-notes"
import { writeMessageWorkflow } from "../../../workflows/messages"
import { listFilters } from "./list-filters"
import { MESSAGE_FIELDS, presentMessage } from "./present-message"
import { presentNotes } from "./present-note"
import type { AdminGetMessagesType, AdminWriteMessageType } from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminMessagesResponse>
) {
  const { limit, offset, order, ...filters } =
    req.validatedQuery as AdminGetMessagesType
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  const [rows, count] = await req.scope
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .listAndCountMessages(listFilters(filters), {
      select: [...MESSAGE_FIELDS],
      take: limit,
      skip: offset,
      // The id makes the order total, so that no page repeats a row.
      order: { [order.replace(/^-/, "")]: direction, id: direction },
    })
  res.json({ messages: rows.map(presentMessage), count, limit, offset })
}

/** Writes to a customer or a group, once per idempotency key: 201 the first time, then 200 with the same. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWriteMessageType>,
  res: MedusaResponse<AdminMessageNoteResponse>
) {
  const { result } = await writeMessageWorkflow(req.scope).run({
    input: { ...req.validatedBody, created_by: req.auth_context.actor_id },
  })
  const [note] = await presentNotes(req.scope, [result.note])
  res.status(result.isNew ? 201 : 200).json({ note: note! })
}
