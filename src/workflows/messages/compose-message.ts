import { featureOptions } from "../../config/suite-options"
import type { EmailTemplate, Setting } from "../../emails/template"
import type { MessageSecrets } from "../../modules/messages/queue-sql"
import type {
  MessageRow,
  RenderedMessage,
} from "../../modules/messages/service"
import { maskSecrets } from "../../utils/mask-secrets"
import type { Letter } from "./read-letter"
import { smsOf } from "./sms"
import { unsubscribeLinks } from "./unsubscribe-links"

export type ComposedMessage = {
  /** As it goes out. */
  rendered: RenderedMessage & { headers?: Record<string, string> }
  /** As it may be kept: tokens are masked. */
  kept: RenderedMessage & { id: string }
}

type Composing = {
  setting: Setting
  /** The host's own template, where it has one. */
  own?: EmailTemplate<unknown>
  secrets?: MessageSecrets
}

/** A letter as a mail or an SMS, in the shop's looks and its reader's language. */
export async function composeMessage(
  message: MessageRow,
  letter: Letter,
  { setting, own, secrets = {} }: Composing
): Promise<ComposedMessage> {
  const unsubscribe = unsubscribeLinks(message, letter)
  const given = { ...setting, unsubscribeUrl: unsubscribe?.page }
  const { recipient, ...texts } =
    message.channel === "sms"
      ? smsOf(letter, given)
      : { recipient: letter.recipient, ...(await letter.render(given, own)) }
  const { customer_id, order_id } = letter
  const { locale } = setting
  const mail_id = mailIdOf(message)
  const about = { recipient, customer_id, order_id, locale, mail_id }
  const masked = [
    ...Object.values(secrets),
    ...(letter.secrets ?? []),
    unsubscribe?.token ?? "",
  ]
  return {
    rendered: { ...about, ...texts, headers: unsubscribe?.headers },
    kept: { id: message.id, ...about, ...maskSecrets(texts, masked) },
  }
}

/** The same on every attempt, whatever machine makes it. */
function mailIdOf({ id, channel }: MessageRow) {
  const { from } = featureOptions("messages")
  const domain = /@([^\s<>@]+)>?$/.exec(from ?? "")?.[1] ?? "localhost"
  return channel === "email" ? `<${id}@${domain}>` : null
}
