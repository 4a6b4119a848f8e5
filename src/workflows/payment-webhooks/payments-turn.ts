import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** In seconds. */
export const LOCK_PATIENCE = { timeout: 30 }

type GatewaysPayment = { provider_id: string; gateway_payment_id: string }

/** What webhooks and the reconciler do about one payment at a gateway takes effect one after another. */
export function inPaymentsTurn<Result>(
  container: MedusaContainer,
  { provider_id, gateway_payment_id }: GatewaysPayment,
  work: () => Promise<Result>
): Promise<Result> {
  const key = `payment-webhooks:${provider_id}:${gateway_payment_id}`
  return container.resolve(Modules.LOCKING).execute(key, work, LOCK_PATIENCE)
}
