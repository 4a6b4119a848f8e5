import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PAYMENT_WEBHOOKS_MODULE } from "../../../modules/payment-webhooks"
import type PaymentWebhooksModuleService from "../../../modules/payment-webhooks/service"

/** Queues webhooks again. Not undone: working one off twice has no effect. */
export const replayPaymentWebhooksStep = createStep(
  "replay-payment-webhooks",
  async ({ ids }: { ids: string[] }, { container }) => {
    const service = container.resolve<PaymentWebhooksModuleService>(
      PAYMENT_WEBHOOKS_MODULE
    )
    const known = await service.listPaymentWebhooks(
      { id: ids },
      { select: ["id"], take: ids.length }
    )
    const unknown = ids.filter((id) => !known.some((row) => row.id === id))
    if (unknown.length > 0) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Payment webhook with id: ${unknown.join(", ")} was not found`
      )
    }
    return new StepResponse(await service.replay(ids))
  }
)
