import { setMaxListeners } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import type { RazorpayEvent } from "./objects"
import { webhookSignature } from "./signature"
import { newName } from "./state"

export type Forgery =
  /** Signed with another secret. */
  | "secret"
  /** The body was changed after signing. */
  | "body"
  /** No signature at all. */
  | "unsigned"

/** How the coming deliveries go wrong. */
export type DeliveryPlan = {
  /** Sends each event this many times, under one id. @default 1 */
  copies?: number
  /** Waits before the first attempt, up to this many milliseconds when `jitter` is set. @default 0 */
  delayMs?: number
  jitter?: boolean
  /** Never sends them; they stay in the list of events. */
  drop?: boolean
  /** Keeps them back until `release`. */
  hold?: boolean
  /** Only these events are sent, as in the dashboard's list. @default all */
  only?: string[]
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
  accountId: string
  /** Pauses between attempts. Razorpay's own clock, compressed: a day in some seconds. */
  retryDelaysMs?: number[]
  /** How long the store may take to answer. @default 5000 */
  timeoutMs?: number
  /** The store has taken one. */
  onDelivered?: () => void
}

const RETRY_DELAYS = [100, 200, 400, 800, 1600, 3200]

/** Keeps all events, and tells the store of them as Razorpay does. */
export class Webhooks {
  readonly events: RazorpayEvent[] = []
  readonly deliveries: Delivery[] = []
  plan: DeliveryPlan = {}
  private held: RazorpayEvent[] = []
  private readonly sending = new Set<Promise<void>>()
  private readonly stopping = new AbortController()

  constructor(readonly options: WebhookOptions) {
    // Every delivery under way listens to it.
    setMaxListeners(0, this.stopping.signal)
  }

  /** The objects are copied as they are now: that is what makes an event old. */
  emit(event: string, objects: Record<string, object>): RazorpayEvent {
    const entities = Object.entries(objects).map(([name, entity]) => [
      name,
      { entity: structuredClone(entity) },
    ])
    const made: RazorpayEvent = {
      id: newName(),
      secret: this.options.secret,
      isDue: false,
      body: {
        entity: "event",
        account_id: this.options.accountId,
        event,
        contains: Object.keys(objects),
        payload: Object.fromEntries(entities),
        created_at: Math.floor(Date.now() / 1000),
      },
    }
    this.events.push(made)
    this.schedule(made)
    return made
  }

  /** What happens meanwhile, the store is never told of. */
  inSilence(work: () => void) {
    const { plan } = this
    this.plan = { drop: true }
    try {
      work()
    } finally {
      this.plan = plan
    }
  }

  /** Takes over events of an earlier run, and sends those that the store has not taken. */
  resume(events: RazorpayEvent[]) {
    this.events.push(...events)
    events.filter(({ isDue }) => isDue).forEach((event) => this.send(event))
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

  /** Sends an event again under its id, as the dashboard's "Replay" does. */
  resend(eventId: string) {
    this.send(this.find(eventId))
  }

  /** One forged delivery; returns what the store answered. */
  async forge(event: RazorpayEvent, forgery: Forgery): Promise<number | null> {
    const { status } = await this.attempt(event, 1, forgery)
    return status
  }

  find(eventId: string): RazorpayEvent {
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
  signed({ id, secret, body }: RazorpayEvent) {
    const text = JSON.stringify(body)
    return {
      body: text,
      headers: {
        "x-razorpay-signature": webhookSignature(text, secret),
        "x-razorpay-event-id": id,
      } as Record<string, string>,
    }
  }

  private schedule(event: RazorpayEvent) {
    const { drop, hold, copies = 1, only } = this.plan
    if (drop || (only && !only.includes(event.body.event))) {
      return
    }
    event.isDue = true
    for (let copy = 0; copy < copies; copy++) {
      if (hold) {
        this.held.push(event)
      } else {
        this.send(event)
      }
    }
  }

  private send(event: RazorpayEvent) {
    if (!this.options.url) {
      return
    }
    const { delayMs = 0, jitter } = this.plan
    const delay = jitter ? Math.random() * delayMs : delayMs
    const work = this.deliver(event, delay).catch(() => undefined)
    this.sending.add(work)
    void work.then(() => this.sending.delete(work))
  }

  private async deliver(event: RazorpayEvent, delayMs: number) {
    const pauses = [delayMs, ...(this.options.retryDelaysMs ?? RETRY_DELAYS)]
    for (const [index, pause] of pauses.entries()) {
      await sleep(pause, undefined, { signal: this.stopping.signal })
      const { status } = await this.attempt(event, index + 1, null)
      if (status !== null && status >= 200 && status <= 299) {
        event.isDue = false
        this.options.onDelivered?.()
        return
      }
    }
  }

  private async attempt(
    event: RazorpayEvent,
    attempt: number,
    forged: Forgery | null
  ): Promise<Delivery> {
    const since = Date.now()
    const { body, headers } = forged
      ? this.forged(event, forged)
      : this.signed(event)
    const status = await this.post(body, headers)
    const line = {
      event_id: event.id,
      type: event.body.event,
      attempt,
      status,
      forged,
      milliseconds: Date.now() - since,
    }
    this.deliveries.push(line)
    return line
  }

  private async post(body: string, headers: Record<string, string>) {
    const { url, timeoutMs = 5_000 } = this.options
    try {
      const response = await fetch(url ?? "", {
        method: "POST",
        body,
        headers: {
          "content-type": "application/json",
          "user-agent": "Razorpay-Webhook/v1",
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

  private forged(event: RazorpayEvent, forgery: Forgery) {
    const { body, headers } = this.signed(event)
    const id = { "x-razorpay-event-id": event.id }
    const bySomeone = webhookSignature(body, "the secret of an attacker")
    const forgeries = {
      secret: { body, headers: { ...id, "x-razorpay-signature": bySomeone } },
      body: { body: body.replace(/"amount":\d+/, '"amount":1') + " ", headers },
      unsigned: { body, headers: id as Record<string, string> },
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
