import {
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from "node:crypto"
import { Deliveries, type DeliveryOptions } from "../common/deliveries"
import type { TakenMail } from "./mail-api"

export type SendgridEvent = {
  event: string
  email: string
  timestamp: number
  [field: string]: unknown
}

/** SendGrid tells of several events at once. */
export type Batch = { id: string; events: SendgridEvent[] }

export type Forgery =
  /** Signed with another key. */
  | "key"
  /** The body was changed after signing. */
  | "body"
  /** Signed some days ago. */
  | "old"
  /** No signature at all. */
  | "unsigned"

const HEADER = "x-twilio-email-event-webhook"

const newKeys = () => generateKeyPairSync("ec", { namedCurve: "prime256v1" })

/** Tells the store of events as SendGrid does. */
export class EventWebhook extends Deliveries<Batch, Forgery> {
  private readonly keys = newKeys()

  constructor(options: Omit<DeliveryOptions, "secret">) {
    super({ ...options, secret: "" })
  }

  protected readonly manner = {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "user-agent": "SendGrid Event API",
    },
    timeoutMs: 5_000,
  }

  /** As SendGrid's settings show it. */
  get publicKey(): string {
    return this.keys.publicKey
      .export({ format: "der", type: "spki" })
      .toString("base64")
  }

  /** Events about mails, in one batch. */
  tell(...events: SendgridEvent[]): Batch {
    const batch = { id: randomUUID(), events }
    this.add(batch)
    return batch
  }

  /** An event about a mail, with what SendGrid sends along. */
  about(
    { id, personalizations }: TakenMail,
    event: string,
    more: Record<string, unknown> = {}
  ): SendgridEvent {
    const [first] = personalizations
    return {
      event,
      email: first?.to[0]?.email ?? "",
      timestamp: Math.floor(Date.now() / 1000),
      sg_event_id: randomUUID(),
      sg_message_id: `${id}.filter0001`,
      ...first?.custom_args,
      ...more,
    }
  }

  signed(batch: Batch) {
    return this.letter(batch, this.keys.privateKey)
  }

  protected typeOf({ events }: Batch) {
    return events.map(({ event }) => event).join("+")
  }

  protected forged(batch: Batch, forgery: Forgery) {
    const true_ = this.signed(batch)
    const forgeries = {
      key: this.letter(batch, newKeys().privateKey),
      body: { ...true_, body: true_.body.replace("]", " ]") },
      old: this.letter(batch, this.keys.privateKey, 3 * 24 * 3600),
      unsigned: { body: true_.body, headers: {} },
    }
    return forgeries[forgery]
  }

  private letter({ events }: Batch, key: KeyObject, ageSeconds = 0) {
    const body = `${JSON.stringify(events)}\r\n`
    const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds)
    const signature = sign("sha256", Buffer.from(timestamp + body), key)
    return {
      body,
      headers: {
        [`${HEADER}-signature`]: signature.toString("base64"),
        [`${HEADER}-timestamp`]: timestamp,
      },
    }
  }
}
