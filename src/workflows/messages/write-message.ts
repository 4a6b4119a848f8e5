import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../modules/messages"
import type { NewNote } from "../../modules/messages/note-sql"
import type MessagesModuleService from "../../modules/messages/service"
import type { MessageNoteRow } from "../../modules/messages/service"
import { countRecipientsStep } from "./steps/count-recipients"

type Written = { note: MessageNoteRow; isNew: boolean }

const SAME = [
  ...(["subject", "text", "category", "order_id"] as const),
  ...(["customer_id", "customer_group_id"] as const),
]

/** Not undone: what is queued is sent, and asking for it again changes nothing. */
const createMessageNoteStep = createStep(
  "create-message-note",
  async (wanted: NewNote, { container }) => {
    const service = container.resolve<MessagesModuleService>(MESSAGES_MODULE)
    const id = await service.createNote(wanted)
    const { idempotency_key } = wanted
    const [note] = await service.listMessageNotes(
      id ? { id } : { idempotency_key },
      { take: 1 }
    )
    if (!note) {
      throw taken("was used for a message that is gone")
    }
    if (!id && SAME.some((field) => note[field] !== (wanted[field] ?? null))) {
      throw taken("was used for another message")
    }
    return new StepResponse<Written>({ note, isNew: Boolean(id) })
  }
)

const taken = (why: string) =>
  new MedusaError(MedusaError.Types.DUPLICATE_ERROR, `idempotency_key: ${why}`)

/**
 * Writes to a customer, or to every customer of a group: once per idempotency key. The queue sends it.
 * @returns what was written, and whether it was new
 * @throws INVALID_DATA that names what does not fit, DUPLICATE_ERROR for a key that was used for something else
 * @example await writeMessageWorkflow(container).run({
 *   input: {
 *     idempotency_key: "0b6f…", customer_id: "cus_01J…", subject: "Hello", text: "How are you?",
 *     category: "news", created_by: "user_01J…",
 *   },
 * })
 */
export const writeMessageWorkflow = createWorkflow(
  "write-message",
  (input: Omit<NewNote, "recipients">) =>
    new WorkflowResponse(createMessageNoteStep(countRecipientsStep(input)))
)
