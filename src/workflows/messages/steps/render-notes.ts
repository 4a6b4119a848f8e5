import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type MessagesModuleService from "../../../modules/messages/service"
import type { MessageRow } from "../../../modules/messages/service"
import { composeMail } from "../compose-mail"
import { readNotes } from "../letters/note"
import { unwanted } from "../refuse-unwanted"
import type { Mails } from "./deliver-messages"

/** Stored before they go out. Who does not want it is left to the way that sends one alone, which says so. */
export const renderNotesStep = createStep(
  "render-notes",
  async ({ messages }: { messages: MessageRow[] }, { container }) => {
    const category = messages[0]?.category ?? ""
    const read = (await readNotes(container, messages)).map((each) => ({
      ...each,
      ...{ recipient: each.letter.recipient },
      customer_id: each.letter.customer_id,
    }))
    const refused = new Set(await unwanted(container, { category }, read))
    const mails = await Promise.all(
      read
        .filter((each) => !refused.has(each))
        .map(async ({ message, letter }) => ({
          message,
          ...(await composeMail(message, letter)),
        }))
    )
    await container
      .resolve<MessagesModuleService>(MESSAGES_MODULE)
      .storeRendered(mails.map(({ kept }) => kept))
    return new StepResponse<Mails>({
      mails: mails.map(({ message, rendered }) => ({ message, rendered })),
      ids: messages.map(({ id }) => id),
    })
  }
)
