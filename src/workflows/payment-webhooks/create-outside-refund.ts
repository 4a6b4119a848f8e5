import {
  addOrderTransactionStep,
  createOrderCreditLinesWorkflow,
  emitEventStep,
} from "@medusajs/medusa/core-flows"
import { PaymentEvents } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createOutsideRefundStep,
  type OutsideRefundInput,
} from "./steps/create-outside-refund"
import { planRefundBooksStep } from "./steps/plan-refund-books"

type CreditLineInput = Parameters<
  typeof createOrderCreditLinesWorkflow.runAsStep
>[0]["input"]
type TransactionInput = Parameters<typeof addOrderTransactionStep>[0]

/**
 * Takes in a refund that was made at the gateway, for instance in its dashboard: the same rows
 * as Medusa's own refund workflow, but each only if it is not there yet, so that it can be run
 * again after a crash at any point. The gateway is not asked to refund.
 *
 * @returns the id of Medusa's refund
 * @throws INVALID_DATA when more would be refunded than was captured
 * @example await createOutsideRefundWorkflow(container).run({
 *   input: { payment_id: "pay_01J…", gateway_refund_id: "re_3N…", amount: 10.99 },
 * })
 */
export const createOutsideRefundWorkflow = createWorkflow(
  "create-outside-refund",
  (input: OutsideRefundInput) => {
    const refundId = createOutsideRefundStep(input)
    const books = planRefundBooksStep(
      transform({ input, refundId }, ({ input, refundId }) => ({
        payment_id: input.payment_id,
        refund_id: refundId,
        amount: input.amount,
      }))
    )
    const transactions = transform({ books }, ({ books }) => books.transactions)
    addOrderTransactionStep(transactions as unknown as TransactionInput)
    when({ books }, ({ books }) => books.credit !== null).then(() => {
      const credit = transform({ books }, ({ books }) => books.credit)
      createOrderCreditLinesWorkflow.runAsStep({
        input: credit as unknown as CreditLineInput,
      })
    })
    emitEventStep({
      eventName: PaymentEvents.REFUNDED,
      data: transform({ input }, ({ input }) => ({ id: input.payment_id })),
    })
    return new WorkflowResponse(refundId)
  }
)
