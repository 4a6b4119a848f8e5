import type { ReconciliationKind } from "../../types/reconciliation"
import type { GatewayCharge } from "../../utils/gateway-payment"
import type { Movement } from "./books"

/** What sets one difference right. Only a surplus moves money out. */
export type Repair =
  | { do: "settle"; charge: GatewayCharge }
  | { do: "undo_order"; order_id: string }
  | { do: "book_captures" }
  | { do: "finish_capture"; capture: Movement }
  | { do: "book_refund"; refund: Movement }
  | { do: "undo_refund"; refund: Movement }
  | {
      do: "take_in_refund"
      refund: { gateway_refund_id: string; amount: string }
    }
  | { do: "return_surplus"; charge: GatewayCharge }
  /** Nothing: a person has to look. */
  | { do: "list" }

export type Difference = {
  kind: ReconciliationKind
  subject_id: string
  reason: string
  repair: Repair
}

export type Ages = {
  now: Date
  /** Younger rows may belong to a request that is still at work. */
  graceMs: number
  /** After this long a refund that the gateway does not know was never made. */
  unansweredMs: number
}

export type Comparison = {
  differences: Difference[]
  /** When something that is too young now can be judged. */
  waitUntil: Date | null
}

export const LIST: Repair = { do: "list" }

/** Collects what is too young to be judged. */
export class Patience {
  #until: Date | null = null

  constructor(private readonly now: Date) {}

  get until(): Date | null {
    return this.#until
  }

  /** Whether something made at a moment is still too young; then it is waited for. */
  isTooYoung(madeAt: Date, ageMs: number): boolean {
    const ripe = new Date(madeAt.getTime() + ageMs)
    if (ripe <= this.now) {
      return false
    }
    this.#until = this.#until && this.#until < ripe ? this.#until : ripe
    return true
  }
}
