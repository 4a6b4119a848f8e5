import type {
  BigNumberInput,
  MedusaContainer,
  ProviderWebhookPayload,
} from "@medusajs/framework/types"
import { MathBN, Modules, PaymentActions } from "@medusajs/framework/utils"
import { suiteSecret } from "../../config/suite-options"
import type { PaymentWebhookRow } from "../../modules/payment-webhooks/service"
import { openForeignWebhook } from "../../utils/sealed-webhook"
import { findSession } from "./find-session"
import type { PaidSession } from "./paid-session"
import { settlePaidSessionWorkflow } from "./settle-paid-session"
import { ignored, retry, type Verdict } from "./verdict"
import { withWebhookLog } from "./with-webhook-log"

/** What Medusa acts upon; it drops everything else. */
const ACTIONS: Record<string, PaidSession["action"]> = {
  [PaymentActions.AUTHORIZED]: "authorized",
  [PaymentActions.SUCCESSFUL]: "captured",
}

/**
 * Hands a webhook of a host's provider to where Medusa's own route would have handed it, with
 * what Medusa's event bus lacks: it is tried again when it fails. The provider verifies it and
 * answers for its amount.
 */
export async function applyForeignWebhook(
  container: MedusaContainer,
  webhook: PaymentWebhookRow
): Promise<Verdict> {
  const { provider_id, body } = webhook
  const { rawData, headers, data } = openForeignWebhook(body, suiteSecret())
  const { action, data: about } = await container
    .resolve(Modules.PAYMENT)
    .getWebhookActionAndData({
      provider: provider_id,
      payload: { data, rawData, headers },
    } as ProviderWebhookPayload)
  const paid = ACTIONS[action]
  if (!paid || !about?.session_id) {
    return ignored(`The provider says: ${action}`)
  }
  const { session_id } = about
  const session = await findSession(container, { provider_id, session_id })
  if (!session) {
    return retry(UNKNOWN_SESSION)
  }
  const amount = exact(about.amount)
  return withWebhookLog(
    container,
    { webhook, session, outcome: { amount } },
    async () => {
      const { result } = await settlePaidSessionWorkflow(container).run({
        input: { session_id, action: paid, amount },
      })
      return result
    }
  )
}

/** As a decimal string, through no float. */
const exact = (amount: BigNumberInput | undefined) =>
  amount === undefined ? undefined : MathBN.convert(amount).toFixed()

export const UNKNOWN_SESSION = "No payment session of this store"
