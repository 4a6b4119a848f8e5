import type { MedusaContainer } from "@medusajs/framework/types"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type { MessageNoteRow } from "../../../modules/messages/service"
import type MessagesModuleService from "../../../modules/messages/service"
import { MESSAGE_STATUSES } from "../../../types/messages"
import type { AdminMessageNote } from "../../../types/messages-notes"

const FIELDS = [
  ...["id", "subject", "text", "category", "customer_id", "customer_group_id"],
  ...["order_id", "recipients", "created_by", "created_at", "queued_at"],
]

/** What was written, each with how far it has come; one statement counts for all. */
export async function presentNotes(
  container: MedusaContainer,
  notes: MessageNoteRow[]
): Promise<AdminMessageNote[]> {
  const counts = await container
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .countNoteMessages(notes.map(({ id }) => id))
  return notes.map((note) => {
    const given = note as unknown as Record<string, unknown>
    const own = counts.filter(({ note_id }) => note_id === note.id)
    const by_status = MESSAGE_STATUSES.map((status) => [
      status,
      own.find((each) => each.status === status)?.count ?? 0,
    ])
    return {
      ...Object.fromEntries(FIELDS.map((field) => [field, given[field]])),
      messages: own.reduce((sum, { count }) => sum + count, 0),
      by_status: Object.fromEntries(by_status),
    } as AdminMessageNote
  })
}
