import {
  featureOptions,
  suiteOptions,
  suiteSecret,
} from "../../config/suite-options"
import type { MessageRow } from "../../modules/messages/service"
import { isOptionalCategory } from "../../types/messages-preferences"
import { unsubscribeToken } from "../../utils/unsubscribe-token"
import type { Letter } from "./read-letter"

/** Below it stand the routes that no login guards. */
const PATH = "/hooks/messages/unsubscribe"

export type UnsubscribeLinks = {
  token: string
  /** For the reader: the token stands behind the `#`, and opening the page does nothing yet. */
  page: string
  /** For mail programs that unsubscribe with one click (RFC 8058); they leave no other place for the token. */
  headers: Record<string, string>
}

/** How the reader of a mail can have no more of its kind; nothing for a mail that is always sent. */
export function unsubscribeLinks(
  { category, channel }: Pick<MessageRow, "category" | "channel">,
  { customer_id: customerId }: Pick<Letter, "customer_id">,
  now = Date.now()
): UnsubscribeLinks | undefined {
  if (!customerId || channel !== "email" || !isOptionalCategory(category)) {
    return undefined
  }
  const { storefrontUrl, backendUrl } = suiteOptions().general
  const own = backendUrl + PATH
  const { unsubscribe = own } = featureOptions("messages").links
  const page = new URL(unsubscribe, `${storefrontUrl}/`)
  const given = { customerId, category }
  const token = unsubscribeToken(given, suiteSecret(), now)
  return {
    token,
    page: `${page}#token=${token}`,
    headers: {
      "List-Unsubscribe": `<${own}/${token}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  }
}
