import {
  addOrderTransactionStep,
  emitEventStep,
} from "@medusajs/medusa/core-flows"
import { PaymentEvents } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { confirmCapturesStep } from "./steps/confirm-captures"
import { type CaptureInput, finishCaptureStep } from "./steps/finish-capture"

type TransactionInput = Parameters<typeof addOrderTransactionStep>[0]

/**
 * Writes captures that the gateway has made into all of Medusa's books, each row only if it is missing.
 * @example await bookCapturesWorkflow(container).run({ input: { payment_id: "pay_01J…" } })
 */
export const bookCapturesWorkflow = createWorkflow(
  "book-captures",
  (input: { payment_id: string }) => {
    const transactions = confirmCapturesStep(input)
    addOrderTransactionStep(transactions as unknown as TransactionInput)
    emitEventStep({
      eventName: PaymentEvents.CAPTURED,
      data: transform({ input }, ({ input }) => ({ id: input.payment_id })),
    })
  }
)

/**
 * Ends a capture in which a server died before the gateway had heard of it, under the same key:
 * it happens once.
 *
 * @returns why the gateway refused it, after which it is out of the books; or null
 * @throws when the gateway gave no answer
 * @example await finishCaptureWorkflow(container).run({
 *   input: { payment_id: "pay_01J…", capture_id: "capt_01J…" },
 * })
 */
export const finishCaptureWorkflow = createWorkflow(
  "finish-capture",
  (input: CaptureInput) => {
    const refusal = finishCaptureStep(input)
    when({ refusal }, ({ refusal }) => refusal === null).then(() => {
      bookCapturesWorkflow.runAsStep({ input })
    })
    return new WorkflowResponse(refusal)
  }
)
