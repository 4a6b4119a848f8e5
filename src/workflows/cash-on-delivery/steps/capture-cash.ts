import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { MathBN, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CASH_ON_DELIVERY_MODULE } from "../../../modules/cash-on-delivery"
import type CashOnDeliveryModuleService from "../../../modules/cash-on-delivery/service"

/**
 * Captures what is not captured yet and completes the order's books, wherever an earlier attempt
 * ended. Medusa skips what it has written already.
 */
export const captureCashStep = createStep(
  "capture-cash",
  async (
    { order_id, captured_by }: { order_id: string; captured_by?: string },
    { container }
  ) => {
    const cash = container.resolve<CashOnDeliveryModuleService>(
      CASH_ON_DELIVERY_MODULE
    )
    const order = await cash.findCashOrder(order_id)
    if (!order?.payment_id || order.payment_amount === null) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `The cash of the order ${order_id} has no payment to capture`
      )
    }
    const { payment_id, payment_amount, captured_amount } = order
    const isWhole = MathBN.eq(payment_amount, captured_amount)
    if (isWhole && !order.is_captured) {
      // Killed between the capture and its confirmation: Medusa could neither capture it nor call it captured.
      const captured = { id: payment_id, captured_at: new Date() }
      await container.resolve(Modules.PAYMENT).updatePayment(captured)
    }
    const isPart = !isWhole && MathBN.gt(captured_amount, 0)
    await capturePaymentWorkflow(container).run({
      input: {
        payment_id,
        captured_by,
        amount: isPart
          ? MathBN.sub(payment_amount, captured_amount)
          : undefined,
      },
    })
    return new StepResponse(undefined)
  }
)
