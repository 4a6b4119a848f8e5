import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"
import { parseOptions } from "../../utils/options"
import { e164 } from "../../utils/phone"
import { oneLine } from "../../utils/redact"
import { refusedForGood } from "../../utils/refused-for-good"
import { callVendor, type VendorAnswer } from "../../utils/vendor-call"
import { type TwilioOptions, twilioOptionsSchema } from "./options"
import { suppressionOfCode } from "./status"

/** Where Twilio reports what became of an SMS; the message stands in the query. */
export const CALLBACK_PATH = "/hooks/messages/twilio"

/** No such number, none that takes SMS, one that answered STOP, or a text too long. */
const FOR_GOOD = new Set(["21211", "21214", "21610", "21614", "21617"])

/**
 * Hands SMS to Twilio. Its id in the store is `twilio`.
 *
 * A result means that Twilio has taken it, no more. Twilio knows no idempotency key: an SMS whose
 * call got no answer may go out again.
 */
export default class TwilioNotificationProvider extends AbstractNotificationProviderService {
  static override identifier = "twilio"

  private readonly options: TwilioOptions

  static override validateOptions({
    channels: _channels,
    ...account
  }: Record<string, unknown>) {
    parseOptions("messages.twilio", twilioOptionsSchema, account)
  }

  constructor(_: Record<string, unknown>, options: TwilioOptions) {
    super()
    this.options = options
  }

  override async send({
    to,
    content,
    provider_data,
  }: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    const phone = e164(to)
    const text = content?.text
    if (!phone || !text) {
      throw refusedForGood(
        "an SMS must have a text, and a number in international form (+…)"
      )
    }
    const answer = await this.post({
      To: phone,
      Body: text,
      ...this.sender(),
      ...this.callback(provider_data?.tracking_id),
    })
    if (answer.status !== 201) {
      throw refusal(answer)
    }
    const { sid } = answer.body
    return typeof sid === "string" ? { id: sid } : {}
  }

  private sender(): Record<string, string> {
    const { from, messagingServiceSid } = this.options
    return messagingServiceSid
      ? { MessagingServiceSid: messagingServiceSid }
      : { From: from ?? "" }
  }

  private callback(messageId: unknown): Record<string, string> {
    const { publicUrl } = this.options
    return publicUrl && typeof messageId === "string"
      ? {
          StatusCallback: `${publicUrl}${CALLBACK_PATH}?message=${encodeURIComponent(messageId)}`,
        }
      : {}
  }

  private post(parameters: Record<string, string>) {
    const { host, accountSid, authToken, timeoutMs } = this.options
    const login = Buffer.from(`${accountSid}:${authToken}`).toString("base64")
    return callVendor({
      vendor: "Twilio",
      url: `${host}/2010-04-01/Accounts/${accountSid}/Messages.json`,
      headers: {
        authorization: `Basic ${login}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams(parameters).toString(),
      timeoutMs,
    })
  }
}

function refusal({ status, body }: VendorAnswer): Error {
  const { code, message } = body
  if (typeof code !== "number") {
    return new Error(`Twilio answered ${status}`)
  }
  const said = typeof message === "string" ? `: ${message}` : ""
  const line = oneLine(`Twilio error ${code}${said}`, 160)
  return FOR_GOOD.has(String(code))
    ? refusedForGood(
        line,
        suppressionOfCode(String(code)) === "unsubscribe"
          ? "unsubscribe"
          : undefined
      )
    : new Error(line)
}
