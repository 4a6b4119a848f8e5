import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { ReconciliationKind } from "../../types/reconciliation"
import { isSameAmount } from "../../utils/money"
import type { GatewayAnswer } from "./ask-gateway"
import type { Books, Movement } from "./books"
import {
  type Ages,
  type Difference,
  LIST,
  type Patience,
  type Repair,
} from "./difference"

export const sumOf = (rows: Movement[]) =>
  MathBN.sum(0, ...rows.map(({ amount }) => amount))

/** What was taken of a payment, in Medusa and at the gateway. */
export function compareCaptures(
  books: Books,
  { source, payment: { paid } }: GatewayAnswer,
  { patience, graceMs }: Ages & { patience: Patience }
): Difference[] {
  const { payment, session } = books
  const isPaid = paid?.state === "authorized" || paid?.state === "captured"
  if (!payment || payment.canceled_at || !isPaid) {
    return []
  }
  const unfinished = unfinishedCaptures(books)
  const isAtWork = unfinished.some(({ created_at }) =>
    patience.isTooYoung(created_at, graceMs)
  )
  if (isAtWork) {
    return []
  }
  const judged = judge(books, {
    unfinished,
    isSame: (one, other) => isSameAmount(one, other, session.currency_code),
    // A provider of the host does not tell how much.
    taken: source === "status" ? null : paid.captured_amount,
    settle: { do: "settle", charge: paid },
  })
  return judged ? [{ subject_id: payment.id, ...judged }] : []
}

/** Captures that the order's books lack; or all, when the payment does not own to having been taken whole. */
function unfinishedCaptures({ payment, session, order }: Books): Movement[] {
  const captures = payment?.captures ?? []
  const unbooked = order ? captures.filter(({ is_booked }) => !is_booked) : []
  const isWhole = isSameAmount(
    sumOf(captures),
    session.amount as BigNumberInput,
    session.currency_code
  )
  const isUnconfirmed = isWhole && !payment?.captured_at
  return unbooked.length === 0 && isUnconfirmed ? captures : unbooked
}

type Judging = {
  unfinished: Movement[]
  /** At the gateway; null where nobody tells. */
  taken: string | null
  isSame: (one: BigNumberInput, other: BigNumberInput) => boolean
  settle: Repair
}

type Judged = { kind: ReconciliationKind; reason: string; repair: Repair }

function judge(
  { payment, session }: Books,
  { unfinished, taken, isSame, settle }: Judging
): Judged | undefined {
  const kind = "half_capture"
  if (taken === null) {
    const reason = "A capture was begun, and its provider cannot be asked"
    return unfinished.length ? { kind, reason, repair: LIST } : undefined
  }
  const known = sumOf(payment?.captures ?? [])
  if (isSame(known, taken)) {
    const reason = "Captured, and not all books had it"
    return unfinished.length
      ? { kind, reason, repair: { do: "book_captures" } }
      : undefined
  }
  if (MathBN.lt(known, taken)) {
    return isSame(taken, session.amount as BigNumberInput)
      ? {
          kind: "gateway_capture",
          reason: "Captured at the gateway, and not in Medusa",
          repair: settle,
        }
      : differentSums("More was captured at the gateway than in Medusa")
  }
  const missing = MathBN.sub(known, taken)
  const unmade = unfinished.find(({ amount }) => isSame(amount, missing))
  return unmade
    ? {
        kind,
        reason: "A capture was begun, and the gateway had not heard of it",
        repair: { do: "finish_capture", capture: unmade },
      }
    : differentSums("Less was captured at the gateway than in Medusa")
}

const differentSums = (reason: string): Judged => ({
  kind: "different_sums",
  reason,
  repair: LIST,
})
