import type { CoreTableObject } from "./core-table-objects"
import {
  ADD_FUNCTION,
  CAPTURE_FUNCTION,
  ENTRY_FUNCTION,
  PAYMENT_FUNCTION,
  REFUND_FUNCTION,
  SESSION_FUNCTION,
} from "./payment-transactions-functions"

const PREFIX = "payment_transaction"

/** Drops in the order that leaves nothing pointing at nothing: the trigger, then its function. */
function rowTrigger(
  table: string,
  { body, events }: { body: string; events: string }
): CoreTableObject {
  const trigger = `suite_${PREFIX}_${table}`
  const remove = `drop trigger if exists ${trigger} on "${table}";
    drop function if exists commerce_suite.${PREFIX}_${table}();`
  return {
    name: `${PREFIX}_${table}`,
    feature: "payment-transactions",
    create: `${body}
      drop trigger if exists ${trigger} on "${table}";
      create trigger ${trigger} after ${events} on "${table}"
        for each row execute function commerce_suite.${PREFIX}_${table}();`,
    remove,
  }
}

/**
 * Write down what happens to payments of providers that do not do so themselves, in the
 * transaction that makes it true. Whatever goes wrong in them is a warning in the database's
 * log: a core write never fails for the sake of the log.
 */
export const PAYMENT_TRANSACTION_OBJECTS: CoreTableObject[] = [
  {
    name: `${PREFIX}_functions`,
    feature: "payment-transactions",
    create: `${ENTRY_FUNCTION}\n${ADD_FUNCTION}`,
    remove: `drop function if exists commerce_suite.${PREFIX}_add(jsonb);
      drop function if exists commerce_suite.${PREFIX}_actor();`,
  },
  rowTrigger("payment_session", {
    body: SESSION_FUNCTION,
    events: "insert or delete or update of status, amount",
  }),
  rowTrigger("payment", {
    body: PAYMENT_FUNCTION,
    events: "insert or delete or update of canceled_at",
  }),
  rowTrigger("capture", {
    body: CAPTURE_FUNCTION,
    events: "insert or delete",
  }),
  rowTrigger("refund", { body: REFUND_FUNCTION, events: "insert or delete" }),
]
