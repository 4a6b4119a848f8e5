import { readFileSync } from "node:fs"
import path from "node:path"
import { ApiError } from "./api-error"
import type { Control } from "./control"
import { METHODS } from "./methods"
import type { Order, Payment, PaymentMethod } from "./objects"
import { type PayAction, payPage } from "./pay-page"
import { frameOf, notesOf, type PayVisit, readVisit } from "./pay-visit"
import type { PayRequest } from "./paying"
import type { Request } from "./request"
import { failedPart, paidPage, refusedPage, silentPage } from "./result-page"
import type { Webhooks } from "./webhooks"

export type Page = {
  status: number
  headers: Record<string, string>
  text: string
}

type Parts = {
  control: Control
  webhooks: Webhooks
  keyId: string
  /** The store's own origins, beside this machine's. */
  origins: string[]
  /** How long a late payment takes. */
  lateMs: number
  /** Something has changed without a call of the store. */
  changed: () => void
}

/** Only the page that is told of the result may show ours in a frame. */
const policyFor = (embeddedIn: string | null) =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "script-src 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'",
    `frame-ancestors ${embeddedIn ? new URL(embeddedIn).origin : "'none'"}`,
  ].join("; ")

const html = (
  text: string,
  embeddedIn: string | null = null,
  status = 200
): Page => ({
  status,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policyFor(embeddedIn),
  },
  text,
})

/** What Checkout tells of a payment that failed. */
const failureOf = (payment: Payment) => ({
  code: payment.error_code,
  description: payment.error_description,
  source: payment.error_source,
  step: payment.error_step,
  reason: payment.error_reason,
  metadata: { payment_id: payment.id, order_id: payment.order_id },
})

/** The page on which people pay by hand, and the script that storefronts load in Checkout's place. */
export class PayDesk {
  private readonly script = readFileSync(path.join(__dirname, "checkout.js"))
  private readonly late = new Set<NodeJS.Timeout>()

  constructor(private readonly parts: Parts) {}

  /** @returns undefined for what is not ours to answer */
  answer(request: Request): Page | undefined {
    if (request.path === "/v1/checkout.js") {
      const headers = { "content-type": "text/javascript; charset=utf-8" }
      return { status: 200, headers, text: this.script.toString() }
    }
    const [, orderId] = /^\/pay\/([^/]+)$/.exec(request.path) ?? []
    return orderId ? this.visit(request, orderId) : undefined
  }

  stop() {
    this.late.forEach((timer) => clearTimeout(timer))
  }

  private visit(request: Request, orderId: string): Page {
    const { control, origins, keyId } = this.parts
    const isPost = request.method === "POST"
    const given = isPost ? new URLSearchParams(request.body) : request.query
    try {
      const order = control.order(orderId)
      const visit = readVisit(given, origins, keyId)
      const text = isPost
        ? this.act(order, visit, given)
        : payPage(order, visit)
      return html(text, visit.embeddedIn)
    } catch (error) {
      if (error instanceof ApiError) {
        const frame = frameOf(given, origins)
        return html(refusedPage(error.message, frame), frame, error.status)
      }
      throw error
    }
  }

  private act(order: Order, visit: PayVisit, given: URLSearchParams): string {
    const action = given.get("action") as PayAction | null
    const request = requestOf(visit, given)
    if (action === "silent") {
      this.parts.webhooks.inSilence(() =>
        this.parts.control.pay(order.id, request)
      )
      return silentPage(order, visit)
    }
    return action === "pay"
      ? this.pay(order, visit, request)
      : this.fail(order, visit, request, action === "late")
  }

  private pay(order: Order, visit: PayVisit, request: PayRequest): string {
    const { control } = this.parts
    const { id } = control.pay(order.id, request)
    return paidPage(order, visit, control.checkoutResult(id))
  }

  private fail(
    order: Order,
    visit: PayVisit,
    request: PayRequest,
    isLate: boolean
  ): string {
    const { control, lateMs } = this.parts
    const payment = control.pay(order.id, { ...request, outcome: "fail" })
    if (isLate) {
      this.authorizeLater(payment.id)
    }
    const seconds = Math.round(lateMs / 1000)
    const alert = isLate
      ? `The payment failed. In ${seconds} seconds the bank will say that it succeeded.`
      : "The payment failed. Try again, or pay in another way."
    const below = failedPart(visit, failureOf(payment))
    return payPage(order, visit, { alert, below })
  }

  private authorizeLater(paymentId: string) {
    const timer = setTimeout(() => {
      this.late.delete(timer)
      const { control, changed } = this.parts
      if (control.payment(paymentId).status === "failed") {
        control.authorizeLate(paymentId, true)
        changed()
      }
    }, this.parts.lateMs)
    this.late.add(timer)
  }
}

function requestOf(visit: PayVisit, given: URLSearchParams): PayRequest {
  const method = given.get("method") as PaymentMethod
  const { email, contact, description } = visit
  return {
    method: METHODS.includes(method) ? method : "card",
    notes: notesOf(visit),
    ...(email && { email }),
    ...(contact && { contact }),
    ...(description && { description }),
  }
}
