import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type MessagesModuleService from "../../../modules/messages/service"
import type { WaitingMessage } from "../../../modules/messages/service"
import { composeMessage } from "../compose-message"
import { readNotes } from "../letters/note"
import { unwanted } from "../refuse-unwanted"
import { settingFor } from "../setting"
import type { Mails } from "./deliver-messages"

/**
 * Stored before they go out. Who does not want it, or is on the suppression list, is left to the way that sends
 * one alone, which says so.
 */
export const renderNotesStep = createStep(
  "render-notes",
  async ({ messages }: { messages: WaitingMessage[] }, { container }) => {
    const category = messages[0]?.category ?? ""
    const read = (await readNotes(container, messages)).map((each) => ({
      ...each,
      ...{ recipient: each.letter.recipient },
      customer_id: each.letter.customer_id,
    }))
    const refused = new Set([
      ...(await unwanted(container, { category }, read)),
      ...(await suppressed(container, read)),
    ])
    const how = await settingFor(container, "note", null)
    const mails = await Promise.all(
      read
        .filter((each) => !refused.has(each))
        .map(async ({ message, letter }) => ({
          message,
          ...(await composeMessage(message, letter, how)),
        }))
    )
    const kept = mails.map((mail) => mail.kept)
    const waiting = new Set(
      await container
        .resolve<MessagesModuleService>(MESSAGES_MODULE)
        .storeRendered(kept, { counts: true })
    )
    return new StepResponse<Mails>({
      mails: mails
        .filter(({ message }) => waiting.has(message.id))
        .map(({ message, rendered }) => ({ message, rendered })),
      ids: messages.map(({ id }) => id),
    })
  }
)

/** Those of some readers whose address is on the suppression list. */
async function suppressed<One extends { recipient: string }>(
  container: MedusaContainer,
  readers: One[]
): Promise<One[]> {
  const addressOf = ({ recipient }: One) => recipient.trim().toLowerCase()
  const listed = await container
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .listMessageSuppressions({
      channel: "email",
      address: readers.map(addressOf),
    })
  const addresses = new Set(listed.map(({ address }) => address))
  return readers.filter((reader) => addresses.has(addressOf(reader)))
}
