import { featureOptions } from "../../config/suite-options"
import type { NewMessage } from "../../modules/messages/queue-sql"

/** Each of the merchant's addresses gets a mail of its own: one that is refused does not keep the others from theirs. */
export function toMerchant(message: NewMessage): NewMessage[] {
  const { merchant } = featureOptions("messages")
  return [...new Set(merchant)].map((recipient) => ({
    ...{ ...message, recipient },
    idempotency_key: `${message.idempotency_key}:${recipient}`,
  }))
}
