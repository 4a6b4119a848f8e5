import { createHmac, randomBytes, randomInt } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import type { StripeSimulator } from "../simulators/stripe"

type Webhooks = StripeSimulator["webhooks"]

/** One body on its way, signed when it is sent. */
type Delivery = {
  body: string
  forged: boolean
  header: (now: number) => string
}

type Delivering = {
  url: string
  webhooks: Webhooks
  interruptions: number
  /** Kills the server and brings it back, while deliveries go on. */
  interrupt: (number: number) => Promise<void>
}

export type DeliveryReport = {
  deliveries: number
  forged: number
  /** How often a delivery had to be sent again: the server was dead or said so. */
  retries: number
  kills: number
  forgedAnswers: Record<string, number>
  /** Milliseconds until a true one was answered with 2xx. */
  p99: number
  seconds?: number
}

const FORGED_SHARE = 0.2
const MAX_COPIES = 5
const SENDERS = 16
/** A gateway waits for minutes; here it only must not be busy waiting. */
const PAUSE_MS = 200

/**
 * So many deliveries of all events there are, and of as many of other accounts as that takes:
 * each 1 to 5 times, a fifth of all forged, in no order.
 */
export function planDeliveries(webhooks: Webhooks, total: number): Delivery[] {
  const forged = Math.round(total * FORGED_SHARE)
  const real: Delivery[] = []
  const copies = (body: string) =>
    Array.from({ length: randomInt(1, MAX_COPIES + 1) }, () => ({
      ...{ body, forged: false },
      header: (now: number) => sign(body, webhooks.options.secret, now),
    }))
  webhooks.events.forEach((event) =>
    real.push(...copies(JSON.stringify(event)))
  )
  while (real.length < total - forged) {
    webhooks.emit("payment_intent.succeeded", foreignIntent())
    const event = webhooks.events.at(-1)
    real.push(
      ...copies(JSON.stringify(event)).slice(0, total - forged - real.length)
    )
  }
  const forgeries = Array.from({ length: total - real.length }, (_, index) =>
    forgery(webhooks, index)
  )
  return shuffled([...real, ...forgeries])
}

/** Of another shop on the same account: no session of this store. */
const foreignIntent = () => ({
  object: "payment_intent",
  id: `pi_${randomBytes(12).toString("hex")}`,
  amount: 1000,
  currency: "inr",
  status: "succeeded",
  metadata: {},
})

/** An attacker knows true bodies, and makes up others; a secret he has not. */
function forgery({ events, options }: Webhooks, index: number): Delivery {
  const event = structuredClone(events[index % events.length])
  const original = JSON.stringify(event)
  const madeUp = JSON.stringify({ ...event, id: `evt_forged_${index}` })
  const now = () => Math.floor(Date.now() / 1000)
  const kinds: Omit<Delivery, "forged">[] = [
    { body: madeUp, header: (at) => sign(madeUp, "whsec_of_an_attacker", at) },
    { body: madeUp, header: (at) => sign(original, options.secret, at) },
    {
      body: original,
      header: () => sign(original, options.secret, now() - 600),
    },
    { body: madeUp, header: () => "" },
  ]
  return {
    ...(kinds[index % kinds.length] as Omit<Delivery, "forged">),
    forged: true,
  }
}

function sign(body: string, secret: string, time: number) {
  const signature = createHmac("sha256", secret)
    .update(`${time}.${body}`)
    .digest("hex")
  return `t=${time},v1=${signature}`
}

/** Sends them as a gateway does: at once and each again until it is answered. */
export async function deliverAll(
  deliveries: Delivery[],
  { url, interruptions, interrupt }: Delivering
): Promise<DeliveryReport> {
  const waiting = [...deliveries]
  const times: number[] = []
  const forgedAnswers: Record<string, number> = {}
  let retries = 0
  let ended = 0

  const send = async (delivery: Delivery) => {
    const since = Date.now()
    const status = await post(url, delivery)
    const isAnswered = delivery.forged
      ? status !== null && status !== 503
      : status === 200
    if (!isAnswered) {
      retries += 1
      waiting.push(delivery)
      return sleep(PAUSE_MS)
    }
    ended += 1
    if (delivery.forged) {
      forgedAnswers[String(status)] = (forgedAnswers[String(status)] ?? 0) + 1
    } else {
      times.push(Date.now() - since)
    }
  }
  const sender = async () => {
    while (ended < deliveries.length) {
      const next = waiting.shift()
      await (next ? send(next) : sleep(20))
    }
  }
  const interrupter = async () => {
    for (let number = 1; number <= interruptions; number++) {
      const moment = (deliveries.length * number) / (interruptions + 1)
      while (ended < moment) {
        await sleep(20)
      }
      await interrupt(number)
    }
  }
  await Promise.all([...Array.from({ length: SENDERS }, sender), interrupter()])
  times.sort((one, other) => one - other)
  return {
    deliveries: deliveries.length,
    forged: deliveries.filter(({ forged }) => forged).length,
    ...{ retries, kills: interruptions, forgedAnswers },
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  }
}

async function post(url: string, { body, header }: Delivery) {
  await sleep(randomInt(0, 20))
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": header(Math.floor(Date.now() / 1000)),
      },
      signal: AbortSignal.timeout(10_000),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return null
  }
}

function shuffled<Item>(items: Item[]): Item[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = randomInt(0, last + 1)
    ;[items[last], items[other]] = [items[other] as Item, items[last] as Item]
  }
  return items
}
