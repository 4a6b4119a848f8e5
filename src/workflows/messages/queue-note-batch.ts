import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../modules/messages"
import type MessagesModuleService from "../../modules/messages/service"

const BATCH = 500

/** Not undone: the note's cursor moved in the transaction that queued them. */
const queueNoteBatchStep = createStep(
  "queue-note-batch",
  async ({ note_id }: { note_id: string }, { container }) => {
    const service = container.resolve<MessagesModuleService>(MESSAGES_MODULE)
    const [note] = await service.listMessageNotes({ id: note_id }, { take: 1 })
    if (!note?.customer_group_id || note.queued_at) {
      return new StepResponse({ isLast: true })
    }
    const after = note.cursor
    const members = await service.listMembers(note.customer_group_id, {
      ...{ after, limit: BATCH },
    })
    const isLast = members.length < BATCH
    await service.queueNoteBatch({ note_id, after, members, isLast })
    return new StepResponse({ isLast })
  }
)

/**
 * Queues the messages to the next customers of a group; killed at any moment, the next call goes on where it stood.
 * @returns whether they were the last
 * @example await queueNoteBatchWorkflow(container).run({ input: { note_id: "msgnote_01J…" } })
 */
export const queueNoteBatchWorkflow = createWorkflow(
  "queue-note-batch",
  (input: { note_id: string }) =>
    new WorkflowResponse(queueNoteBatchStep(input))
)
