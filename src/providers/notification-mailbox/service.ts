import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"

/**
 * For a store without a mail server: a mail stays where the suite has stored it, and opens in the
 * admin. Its id in the store is `mailbox`.
 */
export default class MailboxNotificationProvider extends AbstractNotificationProviderService {
  static override identifier = "mailbox"

  override send({
    provider_data,
  }: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    const { message_id } = provider_data ?? {}
    return Promise.resolve(
      typeof message_id === "string" ? { id: message_id } : {}
    )
  }
}
