import { setTimeout as sleep } from "node:timers/promises"
import type {
  RazorpayDispute,
  RazorpayList,
  RazorpayOrder,
  RazorpayPayment,
  RazorpayRefund,
} from "./api-types"
import { RazorpayRefusal, RazorpayUnanswered } from "./errors"
import type { RazorpayProviderOptions } from "./options"

const RAZORPAY = "https://api.razorpay.com"
/** Repeats of a call that got no answer, or was told to come again. */
const RETRIES = 2
const PAUSE_MS = 200
/** Refunds of one payment that are looked at. */
const MAX_REFUNDS = 1000
const PAGE = 100

type Call = {
  method: "GET" | "POST"
  path: string
  body?: Record<string, unknown>
  /** Sent as `X-Refund-Idempotency`, which only refunds know. */
  refundKey?: string
}

type ErrorBody = { error?: { code?: unknown; description?: unknown } }

/**
 * The calls of Razorpay's API that the store makes. Each may be repeated: a second order is
 * one that nobody ever sees, or refused for its receipt; a second capture is refused; and a
 * refund carries its key.
 *
 * @throws RazorpayRefusal when Razorpay said no
 * @throws RazorpayUnanswered when nobody knows
 */
export class RazorpayClient {
  private readonly base: string
  private readonly timeoutMs: number
  private readonly authorization: string

  constructor({ keyId, keySecret, host, timeoutMs }: RazorpayProviderOptions) {
    this.base = `${(host ?? RAZORPAY).replace(/\/+$/, "")}/v1`
    this.timeoutMs = timeoutMs
    const login = Buffer.from(`${keyId}:${keySecret}`).toString("base64")
    this.authorization = `Basic ${login}`
  }

  createOrder(body: Record<string, unknown>) {
    return this.call<RazorpayOrder>({ method: "POST", path: "/orders", body })
  }

  order(id: string) {
    return this.get<RazorpayOrder>(`/orders/${encodeURIComponent(id)}`)
  }

  /** Those that carry a receipt, newest first. */
  async ordersOf(receipt: string): Promise<RazorpayOrder[]> {
    const path = `/orders?receipt=${encodeURIComponent(receipt)}`
    return (await this.get<RazorpayList<RazorpayOrder>>(path)).items
  }

  /** All attempts to pay an order, with or without success. */
  async orderPayments(id: string): Promise<RazorpayPayment[]> {
    const path = `/orders/${encodeURIComponent(id)}/payments`
    return (await this.get<RazorpayList<RazorpayPayment>>(path)).items
  }

  payment(id: string) {
    return this.get<RazorpayPayment>(`/payments/${encodeURIComponent(id)}`)
  }

  capture(id: string, amount: number, currency: string) {
    return this.call<RazorpayPayment>({
      method: "POST",
      path: `/payments/${encodeURIComponent(id)}/capture`,
      body: { amount, currency },
    })
  }

  refund(id: string, body: Record<string, unknown>, refundKey: string) {
    const path = `/payments/${encodeURIComponent(id)}/refund`
    return this.call<RazorpayRefund>({ method: "POST", path, body, refundKey })
  }

  refundById(id: string) {
    return this.get<RazorpayRefund>(`/refunds/${encodeURIComponent(id)}`)
  }

  async refundsOf(paymentId: string): Promise<RazorpayRefund[]> {
    const refunds: RazorpayRefund[] = []
    while (refunds.length < MAX_REFUNDS) {
      const path = `/payments/${encodeURIComponent(paymentId)}/refunds?count=${PAGE}&skip=${refunds.length}`
      const { items } = await this.get<RazorpayList<RazorpayRefund>>(path)
      refunds.push(...items)
      if (items.length < PAGE) {
        break
      }
    }
    return refunds
  }

  dispute(id: string) {
    return this.get<RazorpayDispute>(`/disputes/${encodeURIComponent(id)}`)
  }

  private get<Answer>(path: string) {
    return this.call<Answer>({ method: "GET", path })
  }

  private async call<Answer>(call: Call): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      try {
        return (await this.send(call)) as Answer
      } catch (error) {
        if (attempt >= RETRIES || !mayRepeat(error)) {
          throw error
        }
        await sleep(PAUSE_MS * 2 ** attempt)
      }
    }
  }

  private async send({ method, path, body, refundKey }: Call) {
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers: {
        authorization: this.authorization,
        ...(body && { "content-type": "application/json" }),
        ...(refundKey && { "x-refund-idempotency": refundKey }),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(this.timeoutMs),
      // The login must not follow to anywhere else.
      redirect: "error",
    }).catch(unanswered)
    return readAnswer(response)
  }
}

/** One with the same key is at work (409), or there were too many (429); the rest got no answer. */
function mayRepeat(error: unknown): boolean {
  return error instanceof RazorpayRefusal
    ? error.status === 409 || error.status === 429
    : error instanceof RazorpayUnanswered
}

function unanswered(error: unknown): never {
  const { name, cause } = error as Error
  const { code } = (cause ?? {}) as { code?: unknown }
  const why = typeof code === "string" ? code : name
  throw new RazorpayUnanswered(`the call ended with ${why}`)
}

async function readAnswer(response: Response): Promise<unknown> {
  const { status } = response
  const text = await response.text().catch(unanswered)
  const body = asObject(text)
  if (response.ok && body) {
    return body
  }
  const { error } = (body ?? {}) as ErrorBody
  const isKnown = status >= 400 && status < 500 && error
  if (!isKnown) {
    throw new RazorpayUnanswered(`status ${status} without a valid answer`)
  }
  const { code, description } = error
  throw new RazorpayRefusal(status, shown(code), shown(description))
}

const shown = (value: unknown) =>
  typeof value === "string" && value !== "" ? value : "no reason given"

function asObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value ? value : undefined
  } catch {
    return undefined
  }
}
