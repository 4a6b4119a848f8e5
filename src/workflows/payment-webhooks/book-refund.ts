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
} from "@medusajs/framework/workflows-sdk"
import {
  planRefundBooksStep,
  type RefundBooksInput,
} from "./steps/plan-refund-books"

type CreditLineInput = Parameters<
  typeof createOrderCreditLinesWorkflow.runAsStep
>[0]["input"]
type TransactionInput = Parameters<typeof addOrderTransactionStep>[0]

/**
 * Writes a refund that the gateway has made into its order's books: the same rows as Medusa's
 * own refund workflow, but each only if it is not there yet, so that it can be run again after
 * a crash at any point.
 *
 * @example await bookRefundWorkflow(container).run({
 *   input: { payment_id: "pay_01J…", refund_id: "ref_01J…", amount: 10.99 },
 * })
 */
export const bookRefundWorkflow = createWorkflow(
  "book-refund",
  (input: RefundBooksInput) => {
    const books = planRefundBooksStep(input)
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
  }
)
