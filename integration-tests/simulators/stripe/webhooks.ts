import { randomBytes } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import type { StripeEvent } from "./objects"
import { signatureHeader } from "./signature"

const API_VERSION = "2024-04-10"

export type Forgery =
  /** Signed with another secret. */
  | "secret"
  /** The body was changed after signing. */
  | "body"
  /** A true signature of ten minutes ago. */
  | "stale"
  /** No signature at all. */
  | "unsigned"

/** How the coming deliveries go wrong. */
export type DeliveryPlan = {
  /** Sends each event this many times. @default 1 */
  copies?: number
  /** Waits before the first attempt, up to this many milliseconds when `jitter` is set. @default 0 */
  delayMs?: number
  jitter?: boolean
  /** Never sends them; they stay in the list of events. */
  drop?: boolean
  /** Keeps them back until `release`. */
  hold?: boolean
}

export type Delivery = {
  event_id: string
  type: string
  attempt: number
  /** What the store answered; null when nothing came. */
  status: number | null
  forged: Forgery | null
  milliseconds: number
}

export type WebhookOptions = {
  /** Where they go; without it events are only listed. */
  url?: string
  secret: string
  /** Pauses between attempts. Stripe's own clock, compressed: three days in some seconds. */
  retryDelaysMs?: number[]
  /** How long the store may take to answer. @default 10000 */
  timeoutMs?: number
}

const RETRY_DELAYS = [100, 200, 400, 800, 1600, 3200]

/** Keeps all events, and tells the store of them as Stripe does. */
export class Webhooks {
  readonly events: StripeEvent[] = []
  readonly deliveries: Delivery[] = []
  plan: DeliveryPlan = {}
  private held: StripeEvent[] = []
  private readonly sending = new Set<Promise<void>>()
  private readonly stopping = new AbortController()

  constructor(readonly options: WebhookOptions) {}

  /** The object is copied as it is now: that is what makes an event old. */
  emit(type: string, object: object, previousAttributes?: object) {
    const event: StripeEvent = {
      id: `evt_${randomBytes(12).toString("hex")}`,
      object: "event",
      api_version: API_VERSION,
      created: Math.floor(Date.now() / 1000),
      livemode: false,
      type,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      data: {
        object: structuredClone(object),
        ...(previousAttributes && { previous_attributes: previousAttributes }),
      },
    }
    this.events.push(event)
    this.schedule(event)
  }

  /** Sends what was held back, in its order, backwards or shuffled. */
  release(order: "kept" | "reversed" | "shuffled" = "kept") {
    const events = this.held
    this.held = []
    if (order === "reversed") {
      events.reverse()
    } else if (order === "shuffled") {
      shuffle(events)
    }
    events.forEach((event) => this.send(event))
  }

  /** Sends an event again, as the dashboard's "Resend" does. */
  resend(eventId: string) {
    this.send(this.find(eventId))
  }

  /** One forged delivery; returns what the store answered. */
  async forge(event: StripeEvent, forgery: Forgery): Promise<number | null> {
    const { status } = await this.attempt(event, 1, forgery)
    return status
  }

  find(eventId: string): StripeEvent {
    const event = this.events.find(({ id }) => id === eventId)
    if (!event) {
      throw new Error(`There is no event ${eventId}`)
    }
    return event
  }

  /** Waits until every delivery has succeeded or was given up. */
  async idle() {
    while (this.sending.size > 0) {
      await Promise.all(this.sending)
    }
  }

  stop() {
    this.stopping.abort()
  }

  /** The body and headers of a true delivery, for specs without a server. */
  signed(event: StripeEvent, now = Date.now()) {
    const body = JSON.stringify(event)
    const { secret } = this.options
    const header = signatureHeader(body, secret, Math.floor(now / 1000))
    return { body, headers: { "stripe-signature": header } }
  }

  private schedule(event: StripeEvent) {
    const { drop, hold, copies = 1 } = this.plan
    if (drop) {
      return
    }
    for (let copy = 0; copy < copies; copy++) {
      if (hold) {
        this.held.push(event)
      } else {
        this.send(event)
      }
    }
  }

  private send(event: StripeEvent) {
    if (!this.options.url) {
      return
    }
    const { delayMs = 0, jitter } = this.plan
    const delay = jitter ? Math.random() * delayMs : delayMs
    const work = this.deliver(event, delay).catch(() => undefined)
    this.sending.add(work)
    void work.then(() => this.sending.delete(work))
  }

  private async deliver(event: StripeEvent, delayMs: number) {
    const pauses = [delayMs, ...(this.options.retryDelaysMs ?? RETRY_DELAYS)]
    for (const [index, pause] of pauses.entries()) {
      await sleep(pause, undefined, { signal: this.stopping.signal })
      const { status } = await this.attempt(event, index + 1, null)
      if (status !== null && status >= 200 && status <= 299) {
        return
      }
    }
  }

  private async attempt(
    event: StripeEvent,
    attempt: number,
    forged: Forgery | null
  ): Promise<Delivery> {
    const since = Date.now()
    const { body, headers } = forged
      ? this.forged(event, forged)
      : this.signed(event)
    const status = await this.post(body, headers)
    const milliseconds = Date.now() - since
    const { id: event_id, type } = event
    const line = { event_id, type, attempt, status, forged, milliseconds }
    this.deliveries.push(line)
    return line
  }

  private async post(body: string, headers: Record<string, string>) {
    const { url, timeoutMs = 10_000 } = this.options
    try {
      const response = await fetch(url ?? "", {
        method: "POST",
        body,
        headers: {
          "content-type": "application/json; charset=utf-8",
          "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
          ...headers,
        },
        signal: AbortSignal.any([
          this.stopping.signal,
          AbortSignal.timeout(timeoutMs),
        ]),
      })
      await response.arrayBuffer()
      return response.status
    } catch {
      return null
    }
  }

  private forged(event: StripeEvent, forgery: Forgery) {
    const now = Math.floor(Date.now() / 1000)
    const { body, headers } = this.signed(event)
    const { secret } = this.options
    const bySecret = (key: string, at: number) => ({
      "stripe-signature": signatureHeader(body, key, at),
    })
    const forgeries = {
      secret: { body, headers: bySecret("whsec_of_an_attacker", now) },
      body: { body: body.replace(/"amount":\d+/, '"amount":1') + " ", headers },
      stale: { body, headers: bySecret(secret, now - 600) },
      unsigned: { body, headers: {} as Record<string, string> },
    }
    return forgeries[forgery]
  }
}

function shuffle<Item>(items: Item[]) {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1))
    ;[items[last], items[other]] = [items[other] as Item, items[last] as Item]
  }
}
