import { randomBytes } from "node:crypto"
import { missing } from "./api-error"
import { Ledger } from "./ledger"
import type {
  Charge,
  Customer,
  Dispute,
  Intent,
  PaymentMethod,
  Refund,
  SetupIntent,
} from "./objects"

export type Emit = (
  type: string,
  object: object,
  previousAttributes?: object
) => void

const newId = (prefix: string) =>
  `${prefix}_${randomBytes(12).toString("base64url").replaceAll(/[-_]/g, "0")}`

export const newSecret = (id: string) => `${id}_secret_${newId("x")}`

/** What every object starts with. */
export function created<Name extends string>(prefix: string, object: Name) {
  return {
    id: newId(prefix),
    object,
    created: Math.floor(Date.now() / 1000),
    livemode: false as const,
  }
}

class Table<Row extends { id: string }> {
  private readonly rows = new Map<string, Row>()

  constructor(private readonly kind: string) {}

  add(row: Row): Row {
    this.rows.set(row.id, row)
    return row
  }

  /** @throws Stripe's 404 */
  get(id: string, param = "id"): Row {
    const row = this.rows.get(id)
    if (!row) {
      throw missing(this.kind, id, param)
    }
    return row
  }

  /** Newest first, as Stripe lists. */
  find(matches: (row: Row) => boolean = () => true): Row[] {
    return [...this.rows.values()].filter(matches).reverse()
  }
}

/** All that the simulated account holds. `emit` tells of a change, as events do. */
export class State {
  readonly intents = new Table<Intent>("payment_intent")
  readonly charges = new Table<Charge>("charge")
  readonly refunds = new Table<Refund>("refund")
  readonly disputes = new Table<Dispute>("dispute")
  readonly customers = new Table<Customer>("customer")
  readonly paymentMethods = new Table<PaymentMethod>("PaymentMethod")
  readonly setupIntents = new Table<SetupIntent>("setupintent")
  readonly ledger = new Ledger()

  constructor(readonly emit: Emit) {}
}
