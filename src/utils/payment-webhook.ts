import type { BigNumberInput } from "@medusajs/framework/types"

/** A gateway's event after its signature was checked. */
export type VerifiedWebhook = {
  /** The gateway's own id of the event; one event is stored once. */
  event_id: string
  /** The gateway's own name for it, such as "payment_intent.succeeded". */
  event_type: string
  /** When it happened, as the gateway says. */
  occurred_at: Date | null
  /** What mapping it needs, and no more: no card, no address. Kept sealed. */
  data: Record<string, unknown>
}

/** What an event means to the store. Amounts are in major units, such as 10.99. */
export type WebhookOutcome =
  | {
      action: "authorized" | "captured"
      session_id: string
      gateway_payment_id: string
      amount: BigNumberInput
      currency_code: string
    }
  | {
      /** The attempt ended without money; the session gets this state, unless it is further already. */
      action: "failed" | "canceled" | "requires_more" | "pending"
      session_id: string
      gateway_payment_id: string
      reason: string | null
    }
  | {
      /** Money went back. `refund_id` is the store's own refund, where the store asked for it. */
      action: "refunded" | "refund_failed"
      session_id: string | null
      gateway_payment_id: string
      gateway_refund_id: string
      refund_id: string | null
      amount: BigNumberInput
      currency_code: string
      reason: string | null
    }
  | {
      action: "disputed"
      session_id: string | null
      gateway_payment_id: string
      gateway_dispute_id: string
      /** The gateway's word, such as "needs_response", "won" or "lost". */
      status: string
      amount: BigNumberInput
      currency_code: string
      reason: string | null
    }
  | { action: "ignored"; reason: string }

export type RawWebhook = {
  rawData: Buffer
  headers: Record<string, string | string[] | undefined>
}

/**
 * What the suite's own payment providers add to Medusa's contract: the signature is checked
 * once, at receipt, apart from what the event means, so that a retry or a replay days later
 * is not refused for its age.
 */
export interface VerifiesWebhooks {
  /**
   * Checks the signature without any network call.
   * @throws WebhookRefused when the signature is missing, wrong or too old
   */
  verifyWebhook(webhook: RawWebhook): VerifiedWebhook
  /** May ask the gateway for the present state; throws when it cannot be reached. */
  mapWebhook(event: VerifiedWebhook): Promise<WebhookOutcome>
}

/** The signature does not hold: answered with 401, and nothing is stored. */
export class WebhookRefused extends Error {}

export function verifiesWebhooks(
  provider: object
): provider is VerifiesWebhooks {
  return "verifyWebhook" in provider && "mapWebhook" in provider
}
