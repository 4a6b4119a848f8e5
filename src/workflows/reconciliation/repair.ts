import type { MedusaContainer } from "@medusajs/framework/types"
import { applyPaid } from "../payment-webhooks/apply-outcome"
import { createOutsideRefundWorkflow } from "../payment-webhooks/create-outside-refund"
import { inCartsTurn } from "../common/in-carts-turn"
import type { Books } from "./books"
import type { Difference, Repair } from "./difference"
import { bookCapturesWorkflow, finishCaptureWorkflow } from "./finish-capture"
import { finishRefundWorkflow, undoRefundWorkflow } from "./finish-refund"
import { returnSurplusWorkflow } from "./return-surplus"
import { undoOrderWorkflow } from "./undo-order"

/** Done; for a person, with the reason; or not now, because somebody is at work there. */
export type Repaired =
  { end: "repaired" } | { end: "list"; reason: string } | { end: "wait" }

const REPAIRED: Repaired = { end: "repaired" }
const list = (reason: string): Repaired => ({ end: "list", reason })

type Of<Name extends Repair["do"]> = Extract<Repair, { do: Name }>

/**
 * Sets one difference right, through Medusa's workflows and with the keys that the dead server
 * used: doing it twice has one effect.
 * @throws when it did not happen, or nobody knows
 */
export function carryOut(
  container: MedusaContainer,
  books: Books,
  { repair, reason }: Difference
): Promise<Repaired> | Repaired {
  switch (repair.do) {
    case "list":
      return list(reason)
    case "settle":
      return settle(container, books, repair)
    case "undo_order":
      return undoOrder(container, books, repair)
    case "return_surplus":
      return returnSurplus(container, books, repair)
    case "take_in_refund":
    case "book_refund":
    case "undo_refund":
      return repairRefund(container, books, repair)
    case "book_captures":
    case "finish_capture":
      return repairCapture(container, books, repair)
  }
}

const nothing = () => Promise.resolve()

async function settle(
  container: MedusaContainer,
  { session, cart_id }: Books,
  { charge }: Of<"settle">
): Promise<Repaired> {
  // A checkout is at work on it, or the lock of a dead one has not run out.
  if (cart_id && !(await inCartsTurn(container, cart_id, nothing))) {
    return { end: "wait" }
  }
  const isCaptured = charge.state === "captured"
  const verdict = await applyPaid(container, session, {
    action: isCaptured ? "captured" : "authorized",
    session_id: session.id,
    gateway_payment_id: charge.gateway_payment_id,
    amount: isCaptured ? charge.captured_amount : charge.amount,
    currency_code: charge.currency_code,
  })
  return verdict.status === "done"
    ? REPAIRED
    : list(verdict.reason ?? verdict.status)
}

async function undoOrder(
  container: MedusaContainer,
  { cart_id }: Books,
  { order_id }: Of<"undo_order">
): Promise<Repaired> {
  const input = { order_id, cart_id }
  const turn = await inCartsTurn(container, cart_id ?? order_id, () =>
    undoOrderWorkflow(container).run({ input })
  )
  return turn ? REPAIRED : { end: "wait" }
}

async function returnSurplus(
  container: MedusaContainer,
  { session }: Books,
  { charge }: Of<"return_surplus">
): Promise<Repaired> {
  const { result } = await returnSurplusWorkflow(container).run({
    input: {
      provider_id: session.provider_id,
      session_id: session.id,
      gateway_payment_id: charge.gateway_payment_id,
      amount: charge.captured_amount,
      currency_code: charge.currency_code,
      reason: "Paid beyond what the store asked for",
    },
  })
  return result.gateway_refund_id
    ? REPAIRED
    : list("To be given back, but the hour's limit is reached")
}

async function repairCapture(
  container: MedusaContainer,
  { payment }: Books,
  repair: Of<"book_captures"> | Of<"finish_capture">
): Promise<Repaired> {
  const payment_id = payment?.id ?? ""
  if (repair.do === "book_captures") {
    await bookCapturesWorkflow(container).run({ input: { payment_id } })
    return REPAIRED
  }
  const { result: refusal } = await finishCaptureWorkflow(container).run({
    input: { payment_id, capture_id: repair.capture.id },
  })
  return refusal === null
    ? REPAIRED
    : list(`The capture was taken out of the books: ${refusal}`)
}

async function repairRefund(
  container: MedusaContainer,
  { payment }: Books,
  repair: Of<"take_in_refund"> | Of<"book_refund"> | Of<"undo_refund">
): Promise<Repaired> {
  const payment_id = payment?.id ?? ""
  if (repair.do === "take_in_refund") {
    const input = { payment_id, ...repair.refund }
    await createOutsideRefundWorkflow(container).run({ input })
    return REPAIRED
  }
  const { id: refund_id, amount } = repair.refund
  const input = { payment_id, refund_id, amount }
  const isMade = repair.do === "book_refund"
  await (isMade
    ? finishRefundWorkflow(container).run({ input })
    : undoRefundWorkflow(container).run({ input }))
  return REPAIRED
}
