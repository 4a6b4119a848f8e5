import type { BadDay, BadDays } from "./bad-days"
import { cancel, capture, pay, type PayOutcome } from "./charging"
import type { Intent } from "./objects"
import {
  closeDispute,
  dispute,
  refund,
  type RefundRequest,
  settleRefund,
} from "./refunding"
import type { State } from "./state"
import type { Forgery, Webhooks } from "./webhooks"

/** What the shopper, the bank and the merchant in Stripe's dashboard do; for specs. */
export class Control {
  /** What becomes of refunds that the store asks for. */
  refundStatus: RefundRequest["status"] = "succeeded"

  constructor(
    private readonly state: State,
    private readonly webhooks: Webhooks,
    private readonly badDays: BadDays
  ) {}

  /** The intent of a payment session, or undefined. */
  findIntent(sessionId: string): Intent | undefined {
    return this.state.intents.find(
      ({ metadata }) => metadata.session_id === sessionId
    )[0]
  }

  intent = (id: string): Intent => this.state.intents.get(id)

  pay(id: string, outcome: PayOutcome = "succeed"): Intent {
    return pay(this.state, this.state.intents.get(id), outcome)
  }

  /** Captured in the dashboard. */
  capture(id: string, amount?: number): Intent {
    return capture(this.state, this.state.intents.get(id), amount)
  }

  cancel(id: string, reason = "abandoned"): Intent {
    return cancel(this.state, this.state.intents.get(id), reason)
  }

  /** Refunded in the dashboard. */
  refund(request: RefundRequest) {
    return refund(this.state, request)
  }

  settleRefund(id: string, status: "succeeded" | "failed") {
    return settleRefund(this.state, this.state.refunds.get(id), status)
  }

  dispute(intentId: string, options?: { amount?: number; reason?: string }) {
    return dispute(this.state, intentId, options)
  }

  closeDispute(id: string, status: "won" | "lost") {
    return closeDispute(this.state, this.state.disputes.get(id), status)
  }

  badDay(day: BadDay) {
    this.badDays.add(day)
  }

  goodDays() {
    this.badDays.clear()
  }

  /** @returns what the store answered */
  forge(eventId: string, forgery: Forgery) {
    return this.webhooks.forge(this.webhooks.find(eventId), forgery)
  }
}
