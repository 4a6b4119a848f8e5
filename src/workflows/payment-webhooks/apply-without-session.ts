import type { MedusaContainer } from "@medusajs/framework/types"
import { isSurplusKey } from "../../utils/gateway-payment"
import { UNKNOWN_SESSION } from "./apply-foreign-webhook"
import type { KnownOutcome } from "./apply-outcome"
import { applySurplus } from "./apply-surplus"
import { done, retry, type Verdict } from "./verdict"

/**
 * Medusa deletes a payment session when its cart's total changes. Money that came for it all
 * the same goes back; its provider has made sure that it is this store's.
 */
export async function applyWithoutSession(
  container: MedusaContainer,
  { provider_id, outcome }: { provider_id: string; outcome: KnownOutcome }
): Promise<Verdict> {
  if (outcome.action === "surplus") {
    const session = { id: outcome.session_id, provider_id }
    return applySurplus(container, session, outcome)
  }
  return outcome.action === "refunded" && isSurplusKey(outcome.refund_id)
    ? done("A surplus that was given back")
    : retry(UNKNOWN_SESSION)
}
