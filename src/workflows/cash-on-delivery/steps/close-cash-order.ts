import { Modules, PaymentSessionStatus } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CASH_ON_DELIVERY_MODULE } from "../../../modules/cash-on-delivery"
import type CashOnDeliveryModuleService from "../../../modules/cash-on-delivery/service"

/** Not undone: it only says what is true. */
export const closeCashOrderStep = createStep(
  "close-cash-order",
  async ({ order_id }: { order_id: string }, { container }) => {
    const cash = container.resolve<CashOnDeliveryModuleService>(
      CASH_ON_DELIVERY_MODULE
    )
    const order = await cash.findCashOrder(order_id)
    const isWaitingInVain =
      order?.is_canceled &&
      order.session_status === PaymentSessionStatus.PENDING_AUTHORIZATION
    if (isWaitingInVain) {
      await container.resolve(Modules.PAYMENT).updatePaymentSession({
        id: order.session_id,
        amount: order.session_amount,
        currency_code: order.currency_code,
        data: order.session_data ?? {},
        status: PaymentSessionStatus.CANCELED,
      })
    }
    await cash.closeSettled(order_id)
    return new StepResponse(undefined)
  }
)
