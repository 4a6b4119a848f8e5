import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { featureOptions } from "../../../config/suite-options"
import { RECONCILIATION_MODULE } from "../../../modules/reconciliation"
import type ReconciliationModuleService from "../../../modules/reconciliation/service"
import type {
  Surplus,
  SurplusReturnRow,
} from "../../../modules/reconciliation/service"
import { answersReconciler, surplusKey } from "../../../utils/gateway-payment"
import { paymentProvider } from "../../../utils/payment-provider"

export type SurplusResult = {
  /** Null when the hour's limit is reached. */
  gateway_refund_id: string | null
  /** False when it went back before. */
  is_news: boolean
}

/** Claims the return, lets the gateway make it, and notes that it did: killed in between, it is repeated under the same key. Not undone: the money is gone. */
export const returnSurplusStep = createStep(
  "return-surplus",
  async (surplus: Surplus, { container }) => {
    const provider = paymentProvider(container, surplus.provider_id)
    if (!provider || !answersReconciler(provider)) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `The payment provider ${surplus.provider_id} cannot give a surplus back`
      )
    }
    const service = container.resolve<ReconciliationModuleService>(
      RECONCILIATION_MODULE
    )
    const claim = await service.beginSurplusReturn(surplus, {
      now: new Date(),
      perHour: featureOptions("reconciliation").surplusPerHour,
    })
    if (!claim || claim.gateway_refund_id) {
      const gateway_refund_id = claim?.gateway_refund_id ?? null
      return new StepResponse<SurplusResult>({
        gateway_refund_id,
        is_news: false,
      })
    }
    const { gateway_payment_id, currency_code } = surplus
    const { gateway_refund_id } = await provider.refundSurplus({
      gateway_payment_id,
      // What was claimed: another sum under the same key would be refused.
      amount: exact(claim),
      currency_code,
      idempotency_key: surplusKey(gateway_payment_id),
    })
    await service.updateSurplusReturns({
      ...{ id: claim.id, gateway_refund_id },
      status: "returned" as const,
    })
    return new StepResponse<SurplusResult>({ gateway_refund_id, is_news: true })
  }
)

/** Every digit; the plain field is a float. */
const exact = (claim: SurplusReturnRow) =>
  (claim as unknown as { raw_amount: { value: string } }).raw_amount.value
