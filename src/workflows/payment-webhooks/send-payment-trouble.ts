import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform } from "@medusajs/framework/workflows-sdk"

type PaymentTrouble = {
  event: string
  data: Record<string, unknown>
}

/**
 * Tells the store about a dispute or a refund that failed. No money is moved.
 * @example await sendPaymentTroubleWorkflow(container).run({
 *   input: { event: PaymentWebhookEvents.DISPUTED, data: { id: "pay_01J…" } },
 * })
 */
export const sendPaymentTroubleWorkflow = createWorkflow(
  "send-payment-trouble",
  (input: PaymentTrouble) => {
    emitEventStep({
      eventName: transform({ input }, ({ input }) => input.event),
      data: transform({ input }, ({ input }) => input.data),
    })
  }
)
