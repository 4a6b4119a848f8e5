import { randomInt } from "node:crypto"
import { malformedId, unknownId } from "./api-error"
import { Ledger } from "./ledger"
import type { Customer, Dispute, Order, Payment, Refund } from "./objects"

/** Tells of a change: the event's name and the objects of its payload, by their names. */
export type Emit = (event: string, objects: Record<string, object>) => void

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/** Fourteen letters, as all of Razorpay's ids have. */
export const newName = () =>
  Array.from({ length: 14 }, () => LETTERS[randomInt(LETTERS.length)]).join("")

/** What every object starts with. */
export function created<Name extends string>(prefix: string, entity: Name) {
  return {
    id: `${prefix}_${newName()}`,
    entity,
    created_at: Math.floor(Date.now() / 1000),
  }
}

export class Table<Row extends { id: string }> {
  private readonly rows = new Map<string, Row>()

  constructor(private readonly prefix: string) {}

  add(row: Row): Row {
    this.rows.set(row.id, row)
    return row
  }

  /** Rows that an earlier run has kept. */
  takeOver(rows: { id: string }[]) {
    rows.forEach((row) => this.add(row as Row))
  }

  /** @throws Razorpay's 400 for an id that is none, or that nobody has */
  get(id: string): Row {
    if (!id.startsWith(`${this.prefix}_`)) {
      throw malformedId(id)
    }
    const row = this.rows.get(id)
    if (!row) {
      throw unknownId()
    }
    return row
  }

  /** Newest first, as Razorpay lists. */
  find(matches: (row: Row) => boolean = () => true): Row[] {
    return [...this.rows.values()].filter(matches).reverse()
  }
}

/** What an order says of itself that Razorpay never shows. */
export type OrderSettings = {
  capture: boolean
  /** Minutes after which a late authorization is no longer captured by itself. */
  automaticExpiry: number | null
  partialPayment: boolean
}

/** All that the simulated account holds. `emit` tells of a change, as webhooks do. */
export class State {
  readonly orders = new Table<Order>("order")
  readonly payments = new Table<Payment>("pay")
  readonly refunds = new Table<Refund>("rfnd")
  readonly disputes = new Table<Dispute>("disp")
  readonly customers = new Table<Customer>("cust")
  readonly orderSettings = new Map<string, OrderSettings>()
  readonly ledger = new Ledger()
  /** Asked of everyone who speaks with the API. */
  readonly account = {
    /** What becomes of orders that do not say whether their payments are captured. */
    capture: true,
    /** Two orders may not carry one receipt, as the documentation says. */
    uniqueReceipts: true,
    /** What becomes of the refunds that the API is asked for. */
    refundStatus: "processed" as "pending" | "processed" | "failed",
  }

  constructor(readonly emit: Emit) {}
}
