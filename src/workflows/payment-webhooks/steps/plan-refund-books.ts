import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  Modules,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export type RefundBooksInput = {
  payment_id: string
  refund_id: string | undefined
  amount: BigNumberInput
}

type OrderBooks = {
  id: string
  status: string
  currency_code: string
  summary?: {
    raw_pending_difference?: BigNumberInput
    pending_difference?: BigNumberInput
  }
  transactions?: ({ reference_id?: string | null } | null)[]
  credit_lines?: ({ reference_id?: string | null } | null)[]
}

/**
 * What a refund still needs in its order's books: the transaction, and a credit line for what
 * was not owed to the shopper before, as Medusa's own refund workflow has it. What stands there
 * already, because a server died half-way, is not written again.
 */
export const planRefundBooksStep = createStep(
  "plan-refund-books",
  async (
    { payment_id, refund_id, amount }: RefundBooksInput,
    { container }
  ) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "payment",
      fields: [
        "id",
        ...[
          "id",
          "status",
          "currency_code",
          "summary.*",
          "transactions.reference_id",
          "credit_lines.reference_id",
        ].map((field) => `payment_collection.order.${field}`),
      ],
      filters: { id: payment_id },
    })
    const payment = data[0] as unknown as {
      payment_collection?: { order?: OrderBooks }
    }
    const order = payment?.payment_collection?.order
    if (!order || !refund_id) {
      return new StepResponse({ transactions: [], credit: null })
    }
    await cancelHalfCreditLines(container, order.id)
    return new StepResponse({
      transactions: [transactionOf(order, { refund_id, amount })],
      credit: creditOf(order, { refund_id, amount }),
    })
  }
)

/** Medusa writes a credit line in less; what is older was left by a server that died, and would block every change of the order. */
const HALF_AFTER_MS = 60_000

async function cancelHalfCreditLines(
  container: MedusaContainer,
  orderId: string
) {
  const orders = container.resolve(Modules.ORDER)
  const changes = await orders.listOrderChanges({
    order_id: orderId,
    change_type: "credit_line",
    status: "pending",
    created_at: { $lt: new Date(Date.now() - HALF_AFTER_MS) },
  } as unknown as Parameters<typeof orders.listOrderChanges>[0])
  if (changes.length > 0) {
    await orders.cancelOrderChange(changes.map(({ id }) => id))
  }
}

type Refund = { refund_id: string; amount: BigNumberInput }

/** Medusa's step skips one whose reference it finds. */
function transactionOf(order: OrderBooks, { refund_id, amount }: Refund) {
  return {
    order_id: order.id,
    amount: MathBN.mult(amount, -1),
    currency_code: order.currency_code,
    reference: "refund",
    reference_id: refund_id,
  }
}

function creditOf(order: OrderBooks, { refund_id, amount }: Refund) {
  const has = (rows: OrderBooks["transactions"]) =>
    (rows ?? []).some((row) => row?.reference_id === refund_id)
  if (has(order.credit_lines) || order.status === "canceled") {
    return null
  }
  const { summary } = order
  const pending =
    summary?.raw_pending_difference ?? summary?.pending_difference ?? 0
  const before = has(order.transactions) ? MathBN.sub(pending, amount) : pending
  const owed = MathBN.lt(before, 0) ? MathBN.mult(before, -1) : 0
  const credit = MathBN.sub(amount, owed)
  return MathBN.gt(credit, 0)
    ? {
        id: order.id,
        credit_lines: [
          { amount: credit, reference: "refund", reference_id: refund_id },
        ],
      }
    : null
}
