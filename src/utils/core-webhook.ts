import type {
  ProviderWebhookPayload,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { BigNumber, PaymentActions } from "@medusajs/framework/utils"
import {
  type RawWebhook,
  type VerifiesWebhooks,
  type WebhookOutcome,
  WebhookRefused,
} from "./payment-webhook"

const ACTIONS = {
  authorized: PaymentActions.AUTHORIZED,
  captured: PaymentActions.SUCCESSFUL,
  failed: PaymentActions.FAILED,
  canceled: PaymentActions.CANCELED,
  requires_more: PaymentActions.REQUIRES_MORE,
  pending: PaymentActions.PENDING,
}

/** An outcome in the words of Medusa's own webhook handling, which knows no refunds and no disputes. */
function coreAction(outcome: WebhookOutcome): WebhookActionResult {
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

/** What Medusa's own webhook handling is told, which checks the signature on each of its retries. */
export async function coreWebhookAnswer(
  provider: VerifiesWebhooks,
  { rawData, headers }: ProviderWebhookPayload["payload"]
): Promise<WebhookActionResult> {
  try {
    const event = provider.verifyWebhook({
      rawData: Buffer.from(rawData),
      headers: headers as RawWebhook["headers"],
    })
    return coreAction(await provider.mapWebhook(event))
  } catch (error) {
    if (error instanceof WebhookRefused) {
      return { action: PaymentActions.NOT_SUPPORTED }
    }
    throw error
  }
}
