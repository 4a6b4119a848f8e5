import type { WebhookActionResult } from "@medusajs/framework/types"
import { BigNumber, PaymentActions } from "@medusajs/framework/utils"
import type { WebhookOutcome } from "./payment-webhook"

const ACTIONS = {
  authorized: PaymentActions.AUTHORIZED,
  captured: PaymentActions.SUCCESSFUL,
  failed: PaymentActions.FAILED,
  canceled: PaymentActions.CANCELED,
  requires_more: PaymentActions.REQUIRES_MORE,
  pending: PaymentActions.PENDING,
}

/** An outcome in the words of Medusa's own webhook handling, which knows no refunds and no disputes. */
export function coreAction(outcome: WebhookOutcome): WebhookActionResult {
  switch (outcome.action) {
    case "authorized":
    case "captured": {
      const { session_id } = outcome
      const amount = new BigNumber(outcome.amount)
      return { action: ACTIONS[outcome.action], data: { session_id, amount } }
    }
    case "failed":
    case "canceled":
    case "requires_more":
    case "pending": {
      const { session_id } = outcome
      return {
        action: ACTIONS[outcome.action],
        data: { session_id, amount: 0 },
      }
    }
    case "refunded":
    case "refund_failed":
    case "surplus":
    case "disputed":
    case "ignored":
      return { action: PaymentActions.NOT_SUPPORTED }
  }
}
