import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type { MessageSecrets } from "../../../modules/messages/queue-sql"
import type MessagesModuleService from "../../../modules/messages/service"
import type { MessageRow } from "../../../modules/messages/service"
import type { MessageTemplate } from "../../../types/messages"
import { composeMessage } from "../compose-message"
import { readLetter } from "../read-letter"
import { refuseUnwanted } from "../refuse-unwanted"
import { settingFor } from "../setting"

type Rendering = { message: MessageRow; secrets: MessageSecrets }

/** Stored before it goes out: what was sent can always be read. Not undone, as nothing depends on it. */
export const renderMessageStep = createStep(
  "render-message",
  async ({ message, secrets }: Rendering, { container }) => {
    const letter = await readLetter(container, message, secrets)
    await refuseUnwanted(container, message, letter)
    const how = await settingFor(
      container,
      message.template as MessageTemplate,
      letter.locale
    )
    const { rendered, kept } = await composeMessage(message, letter, {
      ...how,
      secrets,
    })
    await container
      .resolve<MessagesModuleService>(MESSAGES_MODULE)
      .storeRendered([kept], { counts: false })
    return new StepResponse(rendered)
  }
)
