import type { Charge } from "./objects"

export type LedgerKind =
  | "authorized"
  | "captured"
  | "released"
  | "refunded"
  | "refund_failed"
  | "disputed"
  | "dispute_won"

/** One movement of money, in minor units. */
export type LedgerEntry = {
  kind: LedgerKind
  payment_intent: string
  /** The charge, refund or dispute that it belongs to. */
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
  disputed: 0,
  dispute_won: 0,
}

/** What really happened to the money, for specs that compare books. */
export class Ledger {
  readonly entries: LedgerEntry[] = []

  write(kind: LedgerKind, charge: Charge, amount: number, reference?: string) {
    this.entries.push({
      kind,
      payment_intent: charge.payment_intent,
      reference: reference ?? charge.id,
      amount,
      currency: charge.currency,
    })
  }

  /** Sums by kind, of one payment intent or of all. */
  books(intentId?: string): Books {
    const books = { ...EMPTY }
    for (const { kind, amount, payment_intent } of this.entries) {
      if (!intentId || payment_intent === intentId) {
        books[kind] += amount
      }
    }
    return books
  }

  count(kind: LedgerKind, intentId?: string): number {
    return this.entries.filter(
      (entry) =>
        entry.kind === kind && (!intentId || entry.payment_intent === intentId)
    ).length
  }
}
