import type { Payment } from "./objects"

export type LedgerKind =
  | "authorized"
  | "captured"
  /** Held money that went back because nobody captured it. */
  | "released"
  | "refunded"
  | "refund_failed"
  | "dispute_lost"

/** One movement of money, in minor units. */
export type LedgerEntry = {
  kind: LedgerKind
  order_id: string
  payment_id: string
  /** The payment, refund or dispute that it belongs to. */
  reference: string
  amount: number
  currency: string
}

export type Books = Record<LedgerKind, number>

const EMPTY: Books = {
  authorized: 0,
  captured: 0,
  released: 0,
  refunded: 0,
  refund_failed: 0,
  dispute_lost: 0,
}

/** What really happened to the money, for specs that compare books. */
export class Ledger {
  readonly entries: LedgerEntry[] = []

  write(
    kind: LedgerKind,
    payment: Payment,
    amount: number,
    reference?: string
  ) {
    this.entries.push({
      kind,
      order_id: payment.order_id,
      payment_id: payment.id,
      reference: reference ?? payment.id,
      amount,
      currency: payment.currency,
    })
  }

  /** Sums by kind, of one order, of one payment, or of all. */
  books(id?: string): Books {
    const books = { ...EMPTY }
    for (const entry of this.of(id)) {
      books[entry.kind] += entry.amount
    }
    return books
  }

  count(kind: LedgerKind, id?: string): number {
    return this.of(id).filter((entry) => entry.kind === kind).length
  }

  private of(id?: string): LedgerEntry[] {
    return this.entries.filter(
      ({ order_id, payment_id }) => !id || id === order_id || id === payment_id
    )
  }
}
