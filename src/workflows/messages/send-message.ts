import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../modules/messages"
import type { MessageSecrets } from "../../modules/messages/queue-sql"
import type MessagesModuleService from "../../modules/messages/service"
import type { MessageRow } from "../../modules/messages/service"
import type { TaskContext } from "../../utils/define-task"
import { errorMessage, oneLine } from "../../utils/redact"
import { readRefusal } from "../../utils/refused-for-good"
import { isNotWanted } from "./refuse-unwanted"
import { deliverMessageStep } from "./steps/deliver-message"
import { refuseSuppressedStep } from "./steps/refuse-suppressed"
import { renderMessageStep } from "./steps/render-message"

type Attempt = { message: MessageRow; secrets: MessageSecrets }

/**
 * One attempt at a message: it is rendered from what is true now, stored as it goes out, handed to
 * Medusa's notification module unless its recipient is on the suppression list, and noted as sent. Killed between the last two, it goes out again
 * with the same Message-ID.
 *
 * @returns the id of Medusa's notification
 * @throws when there is nobody to send it to, or the mail server did not take it
 * @example await sendMessageWorkflow(container).run({ input: { message, secrets: {} } })
 */
export const sendMessageWorkflow = createWorkflow(
  "send-message",
  (input: Attempt) => {
    const rendered = renderMessageStep(input)
    refuseSuppressedStep({ message: input.message, rendered })
    const sent = deliverMessageStep({ message: input.message, rendered })
    return new WorkflowResponse(sent)
  }
)

/** For the queue: counts the attempt, and keeps the reason when it fails. */
export async function sendMessage(
  { id, secrets = {} }: { id: string; secrets?: MessageSecrets },
  { container, job }: TaskContext
): Promise<void> {
  const service = serviceOf(container)
  const message = await service.beginAttempt(id)
  if (!message) {
    return
  }
  try {
    await sendMessageWorkflow(container).run({ input: { message, secrets } })
  } catch (error) {
    const isLast = job.isLastAttempt || isHopeless(error)
    const reason = reasonOf(error)
    if (isNotWanted(error)) {
      return service.cancelAttempt(id, reason)
    }
    await suppressRefused(service, id, error)
    await service.failAttempt(id, { error: reason, isLast })
    if (!isHopeless(error)) {
      // The queue keeps its message in the open, so it gets the short one.
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, reason)
    }
  }
}

const serviceOf = (container: MedusaContainer) =>
  container.resolve<MessagesModuleService>(MESSAGES_MODULE)

/** Trying again would change nothing: there is nobody to send it to, or the vendor refuses for good. */
const isHopeless = (error: unknown) =>
  readRefusal(errorMessage(error)) !== undefined ||
  (MedusaError.isMedusaError(error) &&
    error.type === MedusaError.Types.INVALID_DATA)

/** Who tells the vendor to stop, or is nobody, is not asked a second time. */
async function suppressRefused(
  service: MessagesModuleService,
  id: string,
  error: unknown
) {
  const { address } = readRefusal(errorMessage(error)) ?? {}
  if (address) {
    await service.suppressRecipient(id, address)
  }
}

/** What the provider said, without what Medusa puts before it, and without addresses. */
function reasonOf(error: unknown): string {
  const said = errorMessage(error).replace(
    /^Failed to send notification with id \S+:\s*/,
    ""
  )
  return oneLine(said) || "Unknown error"
}
