import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { sumUpPayments } from "../../common/sum-up-payments"

export type RefundInput = { payment_id: string; refund_id: string }

/** Takes a refund out of the books, as Medusa does with one that its gateway refuses. */
export const deleteRefundStep = createStep(
  "delete-refund",
  async ({ payment_id, refund_id }: RefundInput, { container }) => {
    const payments = container.resolve(Modules.PAYMENT)
    await payments.deleteRefunds([refund_id])
    await sumUpPayments(payments, payment_id)
    return new StepResponse(undefined)
  }
)

/** Sums up a payment's refunds anew. */
export const sumUpPaymentStep = createStep(
  "sum-up-payment",
  async ({ payment_id }: { payment_id: string }, { container }) => {
    await sumUpPayments(container.resolve(Modules.PAYMENT), payment_id)
    return new StepResponse(undefined)
  }
)
