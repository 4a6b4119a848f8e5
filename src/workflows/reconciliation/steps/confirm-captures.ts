import type { BigNumberInput, CaptureDTO } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  Modules,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isSameAmount } from "../../../utils/money"
import { sumUpPayments } from "../../common/sum-up-payments"

/**
 * Lets a payment own to captures that the gateway confirmed. Not undone: it is true.
 * @returns the entries that its order's books need; Medusa's step skips those it finds
 */
export const confirmCapturesStep = createStep(
  "confirm-captures",
  async ({ payment_id: id }: { payment_id: string }, { container }) => {
    const payments = container.resolve(Modules.PAYMENT)
    const payment = await payments.retrievePayment(id, {
      relations: ["captures"],
    })
    const captures = payment.captures ?? []
    const taken = MathBN.sum(0, ...captures.map(({ amount }) => amount))
    const { amount, currency_code } = payment
    if (!payment.captured_at && isSameAmount(taken, amount, currency_code)) {
      const captured = { id, captured_at: new Date() }
      await payments.updatePayment(captured)
    }
    await sumUpPayments(payments, id)
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "order_payment_collection",
      fields: ["order_id"],
      filters: { payment_collection_id: payment.payment_collection_id },
    })
    const orderId = data[0]?.order_id as string | undefined
    return new StepResponse(
      orderId
        ? captures.map((capture) => ({
            order_id: orderId,
            amount: exact(capture),
            currency_code,
            reference: "capture",
            reference_id: capture.id,
          }))
        : []
    )
  }
)

/** Every digit; the plain field is a float. */
const exact = (capture: CaptureDTO) =>
  (capture as CaptureDTO & { raw_amount?: BigNumberInput }).raw_amount ??
  capture.amount
