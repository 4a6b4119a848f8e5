import type {
  BigNumberInput,
  IPaymentModuleService,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { gatewayRefundId } from "../paid-session"
import { takeInRefund } from "../../../utils/outside-refund"
import { sumUpPayments } from "../../common/sum-up-payments"

export type OutsideRefundInput = {
  payment_id: string
  gateway_refund_id: string
  /** In major units. */
  amount: BigNumberInput
}

/**
 * Writes down a refund that the gateway has made, once per gateway refund: a unique index on
 * Medusa's table stands behind it. Not undone: the money is gone.
 */
export const createOutsideRefundStep = createStep(
  "create-outside-refund",
  async (input: OutsideRefundInput, { container }) => {
    const payments = container.resolve(Modules.PAYMENT)
    const known = await findRefund(payments, input)
    if (known) {
      // A server that died right after the row has not summed it up.
      await sumUpPayments(payments, input.payment_id)
      return new StepResponse(known)
    }
    const { gateway_refund_id } = input
    await takeInRefund({ gateway_refund_id }, () =>
      payments.refundPayment({
        payment_id: input.payment_id,
        amount: input.amount,
        note: `Made at the gateway: ${gateway_refund_id}`,
        metadata: { gateway_refund_id },
      } as Parameters<typeof payments.refundPayment>[0])
    )
    return new StepResponse(await findRefund(payments, input))
  }
)

async function findRefund(
  payments: IPaymentModuleService,
  { payment_id, gateway_refund_id }: OutsideRefundInput
) {
  const refunds = await payments.listRefunds({ payment_id })
  return refunds.find((refund) => gatewayRefundId(refund) === gateway_refund_id)
    ?.id
}
