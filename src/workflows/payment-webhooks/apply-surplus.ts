import type {
  MedusaContainer,
  PaymentSessionDTO,
} from "@medusajs/framework/types"
import { isOff } from "../../config/suite-options"
import type { WebhookOutcome } from "../../utils/payment-webhook"
import { redactText } from "../../utils/redact"
import { returnSurplusWorkflow } from "../reconciliation/return-surplus"
import { done, failed, type Verdict } from "./verdict"

type SurplusOutcome = Extract<WebhookOutcome, { action: "surplus" }>

/** Money that the store did not ask for goes back, or is listed for a person. */
export async function applySurplus(
  container: MedusaContainer,
  session: Pick<PaymentSessionDTO, "id" | "provider_id">,
  { gateway_payment_id, amount, currency_code, reason }: SurplusOutcome
): Promise<Verdict> {
  const why = redactText(reason.slice(0, 200))
  if (isOff("reconciliation")()) {
    return failed(`To be given back by hand: ${why}`)
  }
  const { result } = await returnSurplusWorkflow(container).run({
    input: {
      provider_id: session.provider_id,
      session_id: session.id,
      gateway_payment_id,
      amount: String(amount),
      currency_code,
      reason: why,
    },
  })
  return result.gateway_refund_id
    ? done(`Given back: ${why}`)
    : failed(`To be given back, more than the hour's limit: ${why}`)
}
