import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { MESSAGES_MODULE } from "../../modules/messages"
import type MessagesModuleService from "../../modules/messages/service"
import type { Reader } from "../../modules/messages/message-audience"
import type { MessageRow } from "../../modules/messages/service"

const NOT_WANTED = "message_not_wanted"

/**
 * For whoever keeps a message from going out that its recipient does not want: it ends as canceled,
 * with this reason, and is not tried again.
 */
export const notWanted = (reason: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, reason, NOT_WANTED)

/** Workflows hand on a step's error as a plain object. */
export const isNotWanted = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === NOT_WANTED

type Message = Pick<MessageRow, "category">

/**
 * Keeps back what the recipient has switched off: the last look before a message is sent.
 * @throws `notWanted`
 */
export async function refuseUnwanted(
  container: MedusaContainer,
  message: Message,
  reader: Reader
): Promise<void> {
  const [refused] = await unwanted(container, message, [reader])
  if (refused) {
    throw notWanted(
      refused.customer_id
        ? `The recipient has switched off ${message.category}`
        : `Nobody who could have agreed to ${message.category}`
    )
  }
}

/** Those of some readers who do not want a message. */
export const unwanted = async <One extends Reader>(
  container: MedusaContainer,
  { category }: Message,
  readers: One[]
): Promise<One[]> =>
  category === "transactional"
    ? []
    : container
        .resolve<MessagesModuleService>(MESSAGES_MODULE)
        .listUnwanting(category, readers)
