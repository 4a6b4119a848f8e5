import { setMaxListeners } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"

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
  /** Only events of these types are sent, as in the dashboard's list. @default all */
  only?: string[]
}

export type Delivery<Forgery> = {
  event_id: string
  type: string
  attempt: number
  /** What the store answered; null when nothing came. */
  status: number | null
  forged: Forgery | null
  milliseconds: number
}

export type DeliveryOptions = {
  /** Where they go; without it events are only listed. */
  url?: string
  secret: string
  /** Pauses between attempts: the gateway's own clock, a day or more of it in some seconds. */
  retryDelaysMs?: number[]
  /** How long the store may take to answer. */
  timeoutMs?: number
}

export type Letter = { body: string; headers: Record<string, string> }

const RETRY_DELAYS = [100, 200, 400, 800, 1600, 3200]

/** Keeps all events of a gateway, and tells the store of them until it takes them. */
export abstract class Deliveries<
  Event extends { id: string },
  Forgery extends string,
  Options extends DeliveryOptions = DeliveryOptions,
> {
  readonly events: Event[] = []
  readonly deliveries: Delivery<Forgery>[] = []
  plan: DeliveryPlan = {}
  private held: Event[] = []
  private readonly sending = new Set<Promise<void>>()
  private readonly stopping = new AbortController()

  constructor(readonly options: Options) {
    // Every delivery under way listens to it.
    setMaxListeners(0, this.stopping.signal)
  }

  /** The body and headers of a true delivery, for specs without a server. */
  abstract signed(event: Event): Letter

  protected abstract forged(event: Event, forgery: Forgery): Letter

  protected abstract typeOf(event: Event): string

  /** Where the store hears of it; nowhere without a URL. */
  protected urlOf(_event: Event): string | undefined {
    return this.options.url
  }

  /** What the gateway sends along with each, and how long it waits for an answer. */
  protected abstract readonly manner: {
    headers: Record<string, string>
    timeoutMs: number
  }

  /** The store is to be told of it, or has taken it. */
  protected onDue(_event: Event): void {}
  protected onTaken(_event: Event): void {}

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

  /** Sends an event again under its id, as a dashboard does. */
  resend(eventId: string) {
    this.send(this.find(eventId))
  }

  /** One forged delivery; returns what the store answered. */
  async forge(event: Event, forgery: Forgery): Promise<number | null> {
    const { status } = await this.attempt(event, 1, forgery)
    return status
  }

  find(eventId: string): Event {
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

  protected add(event: Event) {
    this.events.push(event)
    const { drop, hold, copies = 1, only } = this.plan
    if (drop || (only && !only.includes(this.typeOf(event)))) {
      return
    }
    this.onDue(event)
    for (let copy = 0; copy < copies; copy++) {
      if (hold) {
        this.held.push(event)
      } else {
        this.send(event)
      }
    }
  }

  protected send(event: Event) {
    if (!this.urlOf(event)) {
      return
    }
    const { delayMs = 0, jitter } = this.plan
    const delay = jitter ? Math.random() * delayMs : delayMs
    const work = this.deliver(event, delay).catch(() => undefined)
    this.sending.add(work)
    void work.then(() => this.sending.delete(work))
  }

  private async deliver(event: Event, delayMs: number) {
    const pauses = [delayMs, ...(this.options.retryDelaysMs ?? RETRY_DELAYS)]
    for (const [index, pause] of pauses.entries()) {
      await sleep(pause, undefined, { signal: this.stopping.signal })
      const { status } = await this.attempt(event, index + 1, null)
      if (status !== null && status >= 200 && status <= 299) {
        this.onTaken(event)
        return
      }
    }
  }

  private async attempt(
    event: Event,
    attempt: number,
    forged: Forgery | null
  ): Promise<Delivery<Forgery>> {
    const since = Date.now()
    const letter = forged ? this.forged(event, forged) : this.signed(event)
    const status = await this.post(this.urlOf(event), letter)
    const line = {
      event_id: event.id,
      type: this.typeOf(event),
      attempt,
      status,
      forged,
      milliseconds: Date.now() - since,
    }
    this.deliveries.push(line)
    return line
  }

  private async post(url: string | undefined, { body, headers }: Letter) {
    const { timeoutMs = this.manner.timeoutMs } = this.options
    try {
      const response = await fetch(url ?? "", {
        method: "POST",
        body,
        headers: { ...this.manner.headers, ...headers },
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
}

function shuffle<Item>(items: Item[]) {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1))
    ;[items[last], items[other]] = [items[other] as Item, items[last] as Item]
  }
}
