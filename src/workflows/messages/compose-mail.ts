import { featureOptions, suiteOptions } from "../../config/suite-options"
import type { MessageSecrets } from "../../modules/messages/queue-sql"
import type {
  MessageRow,
  RenderedMessage,
} from "../../modules/messages/service"
import { maskSecrets } from "../../utils/mask-secrets"
import type { Letter } from "./read-letter"
import { unsubscribeLinks } from "./unsubscribe-links"

export type ComposedMail = {
  /** As it goes out. */
  rendered: RenderedMessage & { headers?: Record<string, string> }
  /** As it may be kept: tokens are masked. */
  kept: RenderedMessage & { id: string }
}

/** A message's letter as a mail, in the shop's looks and its reader's language. */
export async function composeMail(
  message: MessageRow,
  letter: Letter,
  secrets: MessageSecrets = {}
): Promise<ComposedMail> {
  const unsubscribe = unsubscribeLinks(message, letter)
  const { brand, locale: fallback, from } = featureOptions("messages")
  const locale = letter.locale ?? fallback
  const unsubscribeUrl = unsubscribe?.page
  const storefrontUrl = suiteOptions().general.storefrontUrl.replace(/\/+$/, "")
  const setting = { brand, locale, storefrontUrl, unsubscribeUrl }
  const { subject, html, text } = await letter.render(setting)
  const { recipient, customer_id, order_id } = letter
  const mail_id = `<${message.id}@${domainOf(from)}>`
  const about = { recipient, customer_id, order_id, locale, mail_id }
  const masked = [...Object.values(secrets), unsubscribe?.token ?? ""]
  const texts = { subject, html, text }
  return {
    rendered: { ...about, ...texts, headers: unsubscribe?.headers },
    kept: { id: message.id, ...about, ...maskSecrets(texts, masked) },
  }
}

/** The same on every attempt, whatever machine makes it. */
const domainOf = (from: string | undefined) =>
  /@([^\s<>@]+)>?$/.exec(from ?? "")?.[1] ?? "localhost"
