import type {
  CapturePaymentInput,
  CapturePaymentOutput,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export type CaptureInput = { payment_id: string; capture_id: string }

type WithProviders = {
  paymentProviderService_: {
    capturePayment: (
      id: string,
      input: CapturePaymentInput
    ) => Promise<CapturePaymentOutput>
  }
}

const REFUSED: string[] = [
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.INVALID_DATA,
]

/**
 * Asks the gateway again for a capture that was written down before a server died, under the
 * same key. What the gateway refuses is taken out of the books, as Medusa would have.
 * Not undone: the money is there.
 *
 * @returns why it was refused, or nothing
 * @throws when nobody knows whether it happened
 */
export const finishCaptureStep = createStep(
  "finish-capture",
  async ({ payment_id, capture_id }: CaptureInput, { container }) => {
    const payments = container.resolve(Modules.PAYMENT)
    const payment = await payments.retrievePayment(payment_id)
    const { paymentProviderService_: providers } =
      payments as unknown as WithProviders
    try {
      const { data } = await providers.capturePayment(payment.provider_id, {
        data: payment.data,
        context: { idempotency_key: capture_id },
      })
      const captured = { id: payment_id, data }
      await payments.updatePayment(
        captured as Parameters<typeof payments.updatePayment>[0]
      )
      return new StepResponse<string | null>(null)
    } catch (error) {
      const { type, message } = error as MedusaError
      if (!REFUSED.includes(type)) {
        throw error
      }
      await payments.deleteCaptures([capture_id])
      return new StepResponse<string | null>(message)
    }
  }
)
