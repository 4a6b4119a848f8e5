import { MathBN } from "@medusajs/framework/utils"
import type { GatewayRefund } from "../../utils/gateway-payment"
import type { GatewayAnswer } from "./ask-gateway"
import type { Books, Movement } from "./books"
import { sumOf } from "./compare-captures"
import {
  type Ages,
  type Difference,
  LIST,
  type Patience,
  type Repair,
} from "./difference"

type Patient = Ages & { patience: Patience }

const isThat = (refund: Movement, other: GatewayRefund) =>
  other.refund_id === refund.id ||
  other.gateway_refund_id === refund.gateway_refund_id

/** What of a payment went back, in Medusa and at the gateway. */
export function compareRefunds(
  books: Books,
  { source, payment: { paid } }: GatewayAnswer,
  ages: Patient
): Difference[] {
  if (!books.payment || !paid) {
    return []
  }
  const made = paid.refunds.filter(({ state }) => state !== "failed")
  const own = books.payment.refunds.flatMap((refund) => {
    const repair = repairOf(books, {
      refund,
      source,
      isMade: made.some((other) => isThat(refund, other)),
      ages,
    })
    return repair
      ? [{ kind: "half_refund" as const, subject_id: refund.id, ...repair }]
      : []
  })
  return source === "gateway" ? [...own, ...outsideRefunds(books, made)] : own
}

type Judging = {
  refund: Movement
  source: GatewayAnswer["source"]
  isMade: boolean
  ages: Patient
}

function repairOf(
  { order }: Books,
  { refund, source, isMade, ages }: Judging
): { reason: string; repair: Repair } | undefined {
  const isBooked = refund.is_booked || !order
  if (isBooked && (isMade || source === "status")) {
    return undefined
  }
  if (isBooked && refund.is_booked) {
    const reason = "In Medusa's books, but the gateway made no such refund"
    return { reason, repair: LIST }
  }
  const { patience, graceMs, unansweredMs } = ages
  if (patience.isTooYoung(refund.created_at, isMade ? graceMs : unansweredMs)) {
    return undefined
  }
  if (source === "status") {
    const reason = "A refund was begun, and its provider cannot be asked"
    return { reason, repair: LIST }
  }
  return isMade
    ? {
        reason: "Refunded, and not all books had it",
        repair: { do: "book_refund", refund },
      }
    : {
        reason: "A refund was begun, and the gateway never made it",
        repair: { do: "undo_refund", refund },
      }
}

/** Made at the gateway, for instance in its dashboard, and its webhook never came. */
function outsideRefunds(
  { payment, order }: Books,
  made: GatewayRefund[]
): Difference[] {
  const known = payment?.refunds ?? []
  const room = MathBN.sub(sumOf(payment?.captures ?? []), sumOf(known))
  return made
    .filter((other) => !known.some((refund) => isThat(refund, other)))
    .map((other) => {
      const { gateway_refund_id, amount } = other
      const isClear = order && MathBN.lte(amount, room)
      return {
        kind: "gateway_refund",
        subject_id: gateway_refund_id,
        reason: "Refunded at the gateway, and not in Medusa",
        repair: isClear
          ? { do: "take_in_refund", refund: { gateway_refund_id, amount } }
          : LIST,
      }
    })
}
