import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { Surplus } from "../../modules/reconciliation/service"
import { ReconciliationEvents } from "./events"
import { listReconciliationCaseWorkflow } from "./put-case"
import { returnSurplusStep } from "./steps/return-surplus"

/**
 * Gives back money that the store did not ask for: once per payment at the gateway, whoever asks
 * and however often, and no more of them within an hour than the option says. What is beyond
 * that is listed for a person.
 *
 * @returns the gateway's id of the refund; null when the hour's limit is reached
 * @throws when the gateway refused, or nobody knows whether it happened; it may be asked again
 * @example await returnSurplusWorkflow(container).run({
 *   input: {
 *     provider_id: "pp_razorpay_razorpay", session_id: "payses_01J…",
 *     gateway_payment_id: "pay_29QQ…", amount: "499.99", currency_code: "inr",
 *     reason: "A second payment for one order",
 *   },
 * })
 */
export const returnSurplusWorkflow = createWorkflow(
  "return-surplus",
  (input: Surplus) => {
    const result = returnSurplusStep(input)
    when({ result }, ({ result }) => result.is_news).then(() => {
      emitEventStep({
        eventName: ReconciliationEvents.SURPLUS_RETURNED,
        data: transform({ input, result }, ({ input, result }) => ({
          provider_id: input.provider_id,
          gateway_payment_id: input.gateway_payment_id,
          gateway_refund_id: result.gateway_refund_id,
        })),
      })
    })
    when({ result }, ({ result }) => result.gateway_refund_id === null).then(
      () => {
        listReconciliationCaseWorkflow.runAsStep({
          input: transform({ input }, ({ input }) => ({
            kind: "surplus" as const,
            subject_id: input.gateway_payment_id,
            reason: "To be given back, but the hour's limit is reached",
            provider_id: input.provider_id,
            session_id: input.session_id,
            gateway_payment_id: input.gateway_payment_id,
            gateway: {
              amount: input.amount,
              currency_code: input.currency_code,
              reason: input.reason,
            },
          })),
        })
      }
    )
    return new WorkflowResponse(result)
  }
)
