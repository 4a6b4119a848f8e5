import { authorizePaymentSessionForOrderWorkflow } from "@medusajs/medusa/core-flows"
import {
  MathBN,
  Modules,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CashOrder } from "../../../modules/cash-on-delivery/service"
import { withCollectedCash } from "../../../utils/collected-cash"

/**
 * Turns the session that waits for the cash into a payment, with Medusa's own workflow. Not
 * undone: a payment without a capture is collected by trying again, a canceled one by nobody.
 */
export const authorizeCashStep = createStep(
  "authorize-cash",
  async (order: CashOrder, { container }) => {
    if (order.session_status !== PaymentSessionStatus.PENDING_AUTHORIZATION) {
      return new StepResponse(undefined)
    }
    const { session_id, currency_code, owed } = order
    if (!MathBN.eq(order.session_amount, owed)) {
      // The order was changed since: what is handed over at the door is what it owes now.
      await container.resolve(Modules.PAYMENT).updatePaymentSession({
        id: session_id,
        amount: owed,
        currency_code,
        data: order.session_data ?? {},
      })
    }
    await withCollectedCash({ payment_session_id: session_id }, () =>
      authorizePaymentSessionForOrderWorkflow(container).run({
        input: { payment_session_id: session_id },
      })
    )
    return new StepResponse(undefined)
  }
)
