import { randomUUID } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../modules/messages"
import type { NewMessage } from "../../modules/messages/queue-sql"
import type MessagesModuleService from "../../modules/messages/service"
import type { MessageRow } from "../../modules/messages/service"
import { TEST } from "./letters/sample"

const NOT_AGAIN = [
  ...["password-reset", "email-verification"],
  ...["admin-password-reset", "invite", "two-factor-code"],
]

/** Not undone: it is on its way. */
const resendMessageStep = createStep(
  "resend-message",
  async ({ id }: { id: string }, { container }) => {
    const service = container.resolve<MessagesModuleService>(MESSAGES_MODULE)
    const original = await service.retrieveMessage(id)
    const { status, template } = original
    if (NOT_AGAIN.includes(template)) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The message ${id} held a secret that is not kept: whom it was for asks for a new one`
      )
    }
    if (status === "queued") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The message ${id} is still to be sent`
      )
    }
    const again = await service.queueMessage({
      ...sameAs(original),
      idempotency_key: `resend:${randomUUID()}`,
      original_id: id,
    })
    return new StepResponse(await service.retrieveMessage(again ?? ""))
  }
)

/** Recipient and language stay only where nothing else tells them; a test stays a test. */
const sameAs = (original: MessageRow) => {
  const { channel, template, subject_id, order_id } = original
  const { recipient, locale, cause, customer_id, category } = original
  return {
    ...({ channel, template, subject_id, order_id } as NewMessage),
    ...({ customer_id, category } as Pick<NewMessage, "category">),
    ...{ recipient, locale, cause: cause === TEST ? TEST : "resend" },
  }
}

/**
 * Sends a message again, as a new one that names the old: what it says and to whom is read anew.
 * @returns the new message
 * @throws NOT_FOUND, or NOT_ALLOWED for one that is still queued
 * @example await resendMessageWorkflow(container).run({ input: { id: "msg_01J…" } })
 */
export const resendMessageWorkflow = createWorkflow(
  "resend-message",
  (input: { id: string }) => new WorkflowResponse(resendMessageStep(input))
)
