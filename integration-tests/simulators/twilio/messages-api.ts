import { randomBytes } from "node:crypto"
import type { VendorAnswer, VendorRequest } from "../common/message-server"

/** An SMS as `POST /2010-04-01/Accounts/…/Messages.json` took it. */
export type TakenSms = {
  sid: string
  accountSid: string
  To: string
  Body: string
  From?: string
  MessagingServiceSid?: string
  StatusCallback?: string
}

const E164 = /^\+[1-9]\d{6,14}$/

/** Numbers of Twilio's test credentials, and what happens to an SMS that names them. */
const TEST_RECIPIENTS: Record<string, [number, string]> = {
  "+15005550001": [21211, "The 'To' number is not a valid phone number."],
  "+15005550002": [21612, "The 'To' number is not reachable by SMS."],
  "+15005550003": [21408, "Permission to send an SMS has not been enabled."],
  "+15005550004": [21610, "Attempt to send to unsubscribed recipient"],
  "+15005550009": [21614, "The 'To' number is not a mobile number."],
}
const TEST_SENDERS: Record<string, [number, string]> = {
  "+15005550001": [21212, "The 'From' number is not a valid phone number."],
  "+15005550007": [21606, "The 'From' number is not SMS-capable."],
  "+15005550008": [21611, "The 'From' number has a full message queue."],
}

const refusal = (code: number, message: string): VendorAnswer => ({
  status: 400,
  body: {
    ...{ code, message, status: 400 },
    more_info: `https://www.twilio.com/docs/errors/${code}`,
  },
})

/** Twilio's API as far as one SMS goes. */
export class MessagesApi {
  readonly messages: TakenSms[] = []
  /** Numbers that have answered STOP. */
  readonly stopped = new Set<string>()

  constructor(
    private readonly accountSid: string,
    private readonly authToken: string
  ) {}

  answer({ method, path, authorization, body }: VendorRequest): VendorAnswer {
    const login = Buffer.from(`${this.accountSid}:${this.authToken}`)
    if (authorization !== `Basic ${login.toString("base64")}`) {
      const error = { code: 20003, message: "Authenticate", status: 401 }
      return { status: 401, body: error }
    }
    const mine = `/2010-04-01/Accounts/${this.accountSid}/Messages.json`
    if (method !== "POST" || path !== mine) {
      const error = { code: 20404, message: "Not found", status: 404 }
      return { status: 404, body: error }
    }
    return this.take(Object.fromEntries(new URLSearchParams(body)))
  }

  private take(given: Record<string, string>): VendorAnswer {
    const { To = "", Body = "", From, MessagingServiceSid } = given
    if (!E164.test(To)) {
      return refusal(
        21211,
        `The 'To' number ${To} is not a valid phone number.`
      )
    }
    const known = TEST_RECIPIENTS[To] ?? TEST_SENDERS[From ?? ""]
    if (known) {
      return refusal(...known)
    }
    if (!From && !MessagingServiceSid) {
      return refusal(21603, "A 'From' phone number is required.")
    }
    if (!Body) {
      return refusal(21602, "Message body is required.")
    }
    if (Body.length > 1600) {
      return refusal(
        21617,
        "The message body exceeds the 1600 character limit."
      )
    }
    if (this.stopped.has(To)) {
      return refusal(21610, "Attempt to send to unsubscribed recipient")
    }
    const sid = `SM${randomBytes(16).toString("hex")}`
    const { accountSid } = this
    this.messages.push({ ...given, To, Body, sid, accountSid })
    const error = { error_code: null, error_message: null }
    const taken = { sid, status: "queued", to: To, body: Body, from: From }
    return { status: 201, body: { ...taken, ...error } }
  }
}
