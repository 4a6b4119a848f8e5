import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { featureOptions, suiteOptions } from "../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type { MessageSecrets } from "../../../modules/messages/queue-sql"
import type MessagesModuleService from "../../../modules/messages/service"
import type {
  MessageRow,
  RenderedMessage,
} from "../../../modules/messages/service"
import { maskSecrets } from "../../../utils/mask-secrets"
import { readLetter } from "../read-letter"

type Rendering = { message: MessageRow; secrets: MessageSecrets }

/** Stored before it goes out: what was sent can always be read. Not undone, as nothing depends on it. */
export const renderMessageStep = createStep(
  "render-message",
  async ({ message, secrets }: Rendering, { container }) => {
    const letter = await readLetter(container, message, secrets)
    const { brand, locale: fallback, from } = featureOptions("messages")
    const locale = letter.locale ?? fallback
    const storefrontUrl = suiteOptions().general.storefrontUrl.replace(
      /\/+$/,
      ""
    )
    const mail = await letter.render({ brand, locale, storefrontUrl })
    const rendered: RenderedMessage = {
      ...mail,
      ...{ recipient: letter.recipient, customer_id: letter.customer_id },
      ...{ order_id: letter.order_id, locale },
      mail_id: `<${message.id}@${domainOf(from)}>`,
    }
    const texts = { subject: mail.subject, html: mail.html, text: mail.text }
    await container
      .resolve<MessagesModuleService>(MESSAGES_MODULE)
      .updateMessages({
        ...{ id: message.id, ...rendered },
        ...maskSecrets(texts, [
          ...Object.values(secrets),
          ...(letter.secrets ?? []),
        ]),
      })
    return new StepResponse(rendered)
  }
)

/** The same on every attempt, whatever machine makes it. */
const domainOf = (from: string | undefined) =>
  /@([^\s<>@]+)>?$/.exec(from ?? "")?.[1] ?? "localhost"
