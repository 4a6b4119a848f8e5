import type { CoreTableObject } from "./core-table-objects"
import { PAYMENT_TRANSACTION_OBJECTS } from "./payment-transactions"

/** All that the suite keeps on Medusa's own tables. */
export const CORE_TABLE_OBJECTS: CoreTableObject[] = [
  ...PAYMENT_TRANSACTION_OBJECTS,
]
