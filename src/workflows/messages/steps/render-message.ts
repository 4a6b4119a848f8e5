import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { featureOptions } from "../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type { MessageSecrets } from "../../../modules/messages/queue-sql"
import type MessagesModuleService from "../../../modules/messages/service"
import type {
  MessageRow,
  RenderedMessage,
} from "../../../modules/messages/service"
import { maskSecrets } from "../../../utils/mask-secrets"
import type { MessageTemplate } from "../../../types/messages"
import { readLetter } from "../read-letter"
import { settingFor } from "../setting"
import { smsOf } from "../sms"

type Rendering = { message: MessageRow; secrets: MessageSecrets }

/** Stored before it goes out: what was sent can always be read. Not undone, as nothing depends on it. */
export const renderMessageStep = createStep(
  "render-message",
  async ({ message, secrets }: Rendering, { container }) => {
    const letter = await readLetter(container, message, secrets)
    const { setting, own } = await settingFor(
      container,
      message.template as MessageTemplate,
      letter.locale
    )
    const { locale } = setting
    const { recipient, ...texts } =
      message.channel === "sms"
        ? smsOf(letter, setting)
        : {
            recipient: letter.recipient,
            ...(await letter.render(setting, own)),
          }
    const { from } = featureOptions("messages")
    const rendered: RenderedMessage = {
      ...{ recipient, ...texts, customer_id: letter.customer_id },
      ...{ order_id: letter.order_id, locale },
      mail_id:
        message.channel === "email"
          ? `<${message.id}@${domainOf(from)}>`
          : null,
    }
    await container
      .resolve<MessagesModuleService>(MESSAGES_MODULE)
      .updateMessages({
        ...{ id: message.id, ...rendered },
        ...maskSecrets(texts, Object.values(secrets)),
      })
    return new StepResponse(rendered)
  }
)

/** The same on every attempt, whatever machine makes it. */
const domainOf = (from: string | undefined) =>
  /@([^\s<>@]+)>?$/.exec(from ?? "")?.[1] ?? "localhost"
