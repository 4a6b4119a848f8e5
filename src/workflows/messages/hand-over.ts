import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { MessageRow } from "../../modules/messages/service"
import type { ComposedMessage } from "./compose-message"
import type { TakenMail } from "./keep-in-mailbox"
import { notificationOf } from "./notification-of"

export type Mail = {
  message: MessageRow
  rendered: ComposedMessage["rendered"]
}

type Notification = ReturnType<typeof notificationOf>
type Provider = { id: string; is_enabled: boolean }

/** What Medusa's notification module sends with, behind the rows that it keeps. */
type Senders = {
  getProviderForChannels(channel: string): Promise<Provider | undefined>
  send(provider: Provider, notification: Notification): Promise<unknown>
}

/**
 * Hands mails to the provider of their channel, all at once, without a row of Medusa's own for each: writing and
 * updating that through its entities takes longer than rendering, storing and sending the mail.
 *
 * @returns what it has taken, by message, and which provider that is
 */
export async function handOver(
  container: MedusaContainer,
  mails: Mail[]
): Promise<TakenMail[]> {
  const { notificationProviderService_: senders } = container.resolve(
    Modules.NOTIFICATION
  ) as unknown as { notificationProviderService_?: Senders }
  const provider = await senders?.getProviderForChannels("email")
  if (!senders || !provider?.is_enabled) {
    return []
  }
  const outcomes = await Promise.allSettled(
    mails.map(({ message, rendered }) =>
      senders.send(provider, notificationOf(message, rendered))
    )
  )
  return mails.flatMap(({ message: { id }, rendered }, at) =>
    outcomes[at]?.status === "fulfilled"
      ? [{ id, provider_id: provider.id, rendered }]
      : []
  )
}
