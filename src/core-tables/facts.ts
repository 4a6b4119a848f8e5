import type { FactName } from "../utils/facts"
import type { CoreTableObject } from "./core-table-objects"

/** Time for a workflow that still runs to take back what it did, as after a declined payment. */
const SETTLE = "3 seconds"
/** A write of the store's never waits longer than this for the queue. */
const LOCK_TIMEOUT = "250ms"

/**
 * A trigger must never make a write of the store's fail: whatever goes wrong in it becomes a
 * warning in the database's log, and the sweep finds what was missed.
 */
const triggerFunction = (name: string, body: string) => `
  create or replace function commerce_suite.${name}() returns trigger
  language plpgsql set lock_timeout = '${LOCK_TIMEOUT}' as $$
  begin
    begin
      ${body}
    exception when others then
      raise warning 'commerce_suite.${name}: %', sqlerrm;
    end;
    return null;
  end $$;`

const CHECK_FUNCTION = `
  create or replace function commerce_suite.check_fact(fact text, subject text, converted boolean)
  returns void language sql as $$
    select graphile_worker.add_job(
      'facts-check',
      payload => json_build_object('name', fact, 'subject_id', subject, 'converted', converted),
      run_at => now() + interval '${SETTLE}',
      max_attempts => 20,
      job_key => 'fact:' || fact || ':' || subject || case when converted then ':converted' else '' end)
  $$;`

/** For rows that name the subject in a column of their own: the trigger's arguments are fact, column, converted. */
const ROW_FUNCTION = triggerFunction(
  "facts_of_row",
  `perform commerce_suite.check_fact(
     tg_argv[0], to_jsonb(new)->>tg_argv[1], coalesce(tg_argv[2] = 'converted', false));`
)

const SESSION_FUNCTION = triggerFunction(
  "facts_of_session",
  `perform commerce_suite.check_fact('order.placed', link.order_id, false)
   from order_payment_collection link
   where link.payment_collection_id = new.payment_collection_id and link.deleted_at is null;`
)

const PAYMENT_FUNCTION = triggerFunction(
  "facts_of_payment",
  `perform commerce_suite.check_fact('payment.captured', capture.id, false)
   from capture where capture.payment_id = new.id and capture.deleted_at is null;`
)

type Trigger = {
  name: string
  table: string
  /** @default "insert or update" */
  on?: string
  when: string
  call: string
}

const callFor = (fact: FactName, column: string, converted = "") =>
  `facts_of_row('${fact}', '${column}', '${converted}')`

const LINKED = "new.deleted_at is null"

const TRIGGERS: Trigger[] = [
  {
    name: "placed_by_link",
    table: "order_cart",
    when: LINKED,
    call: callFor("order.placed", "order_id"),
  },
  {
    name: "placed_by_payment_link",
    table: "order_payment_collection",
    when: LINKED,
    call: callFor("order.placed", "order_id"),
  },
  {
    name: "placed_by_session",
    table: "payment_session",
    on: "insert or update of status",
    when: "new.status in ('authorized', 'captured', 'pending_authorization')",
    call: "facts_of_session()",
  },
  {
    name: "placed_by_conversion",
    table: `"order"`,
    on: "update of is_draft_order",
    when: "old.is_draft_order and not new.is_draft_order",
    call: callFor("order.placed", "id", "converted"),
  },
  {
    name: "canceled",
    table: `"order"`,
    on: "update of canceled_at",
    when: "new.canceled_at is not null",
    call: callFor("order.canceled", "id"),
  },
  {
    name: "captured_in_books",
    table: "order_transaction",
    on: "insert",
    when: "new.reference = 'capture' and new.reference_id is not null",
    call: callFor("payment.captured", "reference_id"),
  },
  {
    name: "captured",
    table: "payment",
    on: "insert or update of captured_at",
    when: "new.captured_at is not null",
    call: "facts_of_payment()",
  },
  {
    name: "refunded_in_books",
    table: "order_transaction",
    on: "insert",
    when: "new.reference = 'refund' and new.reference_id is not null",
    call: callFor("payment.refunded", "reference_id"),
  },
  {
    name: "failed",
    table: "payment_session",
    on: "update of status",
    when: "old.status = 'pending_authorization' and new.status in ('error', 'canceled', 'requires_more')",
    call: callFor("payment.failed", "id"),
  },
  {
    name: "fulfillment_created",
    table: "order_fulfillment",
    when: LINKED,
    call: callFor("order.fulfillment_created", "fulfillment_id"),
  },
  {
    name: "shipped",
    table: "fulfillment",
    on: "insert or update of shipped_at",
    when: "new.shipped_at is not null",
    call: callFor("shipment.created", "id"),
  },
  {
    name: "delivered",
    table: "fulfillment",
    on: "insert or update of delivered_at",
    when: "new.delivered_at is not null",
    call: callFor("delivery.created", "id"),
  },
  {
    name: "return_received",
    table: `"return"`,
    on: "insert or update of received_at",
    when: "new.received_at is not null",
    call: callFor("order.return_received", "id"),
  },
]

const triggerObject = ({
  name,
  table,
  on = "insert or update",
  when,
  call,
}: Trigger): CoreTableObject => ({
  name: `facts: trigger ${name}`,
  feature: "facts",
  create: `
    drop trigger if exists commerce_suite_facts_${name} on ${table};
    create trigger commerce_suite_facts_${name} after ${on} on ${table}
      for each row when (${when}) execute function commerce_suite.${call};`,
  remove: `drop trigger if exists commerce_suite_facts_${name} on ${table};`,
})

/** The sweep looks for the latest of these, and Medusa has no index by their time. */
const indexObject = (table: string, column: string): CoreTableObject => {
  const name = `IDX_commerce_suite_${table.replaceAll('"', "")}_${column}`
  return {
    name: `facts: index ${name}`,
    feature: "facts",
    create: `create index if not exists "${name}" on ${table} (${column}) where ${column} is not null;`,
    remove: `drop index if exists "${name}";`,
  }
}

const FUNCTIONS: CoreTableObject = {
  name: "facts: functions",
  feature: "facts",
  create: [
    CHECK_FUNCTION,
    ROW_FUNCTION,
    SESSION_FUNCTION,
    PAYMENT_FUNCTION,
  ].join("\n"),
  remove: `
    drop function if exists commerce_suite.facts_of_row() cascade;
    drop function if exists commerce_suite.facts_of_session() cascade;
    drop function if exists commerce_suite.facts_of_payment() cascade;
    drop function if exists commerce_suite.check_fact(text, text, boolean);`,
}

/** What tells the queue, inside Medusa's own transactions, that something may have become a fact. */
export const FACTS_OBJECTS: CoreTableObject[] = [
  FUNCTIONS,
  ...TRIGGERS.map(triggerObject),
  indexObject(`"order"`, "canceled_at"),
  indexObject("fulfillment", "shipped_at"),
  indexObject("fulfillment", "delivered_at"),
  indexObject(`"return"`, "received_at"),
]
