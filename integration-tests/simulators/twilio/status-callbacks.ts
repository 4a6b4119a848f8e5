import { createHmac, randomUUID } from "node:crypto"
import { Deliveries } from "../common/deliveries"
import type { TakenSms } from "./messages-api"

type Report = { id: string; sms: TakenSms; status: string; errorCode?: string }

export type Forgery =
  /** Signed with another token. */
  | "token"
  /** A parameter was changed after signing. */
  | "body"
  /** No signature at all. */
  | "unsigned"

/** Tells the store of states as Twilio does, each at the address that its SMS named, and once. */
export class StatusCallbacks extends Deliveries<Report, Forgery> {
  protected readonly manner = {
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
      "user-agent": "TwilioProxy/1.1",
    },
    timeoutMs: 5_000,
  }

  constructor(authToken: string) {
    super({ secret: authToken, retryDelaysMs: [] })
  }

  tell(sms: TakenSms, status: string, errorCode?: string): Report {
    const report = { id: randomUUID(), sms, status, errorCode }
    this.add(report)
    return report
  }

  signed(report: Report) {
    return this.letter(report, this.options.secret)
  }

  protected override urlOf({ sms }: Report) {
    return sms.StatusCallback
  }

  protected typeOf({ status }: Report) {
    return status
  }

  protected forged(report: Report, forgery: Forgery) {
    const true_ = this.signed(report)
    const forgeries = {
      token: this.letter(report, "the token of an attacker"),
      body: { ...true_, body: `${true_.body}&ErrorCode=21610` },
      unsigned: { body: true_.body, headers: {} },
    }
    return forgeries[forgery]
  }

  private letter({ sms, status, errorCode }: Report, authToken: string) {
    const parameters: Record<string, string> = {
      ...{ AccountSid: sms.accountSid, ApiVersion: "2010-04-01" },
      ...{ From: sms.From ?? "", To: sms.To },
      ...{ MessageSid: sms.sid, SmsSid: sms.sid },
      ...{ MessageStatus: status, SmsStatus: status },
      ...(errorCode && { ErrorCode: errorCode }),
    }
    const signed = Object.keys(parameters)
      .sort()
      .reduce(
        (text, name) => text + name + parameters[name],
        sms.StatusCallback
      )
    return {
      body: new URLSearchParams(parameters).toString(),
      headers: {
        "x-twilio-signature": createHmac("sha1", authToken)
          .update(signed ?? "")
          .digest("base64"),
      },
    }
  }
}
