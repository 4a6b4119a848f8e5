import { ACTOR_NOTE } from "../utils/actor-note"

/** A trigger's body: skips the suite's own providers, and turns every error into a warning. */
function triggerFunction(
  table: string,
  { declare = "", provider, body }: Record<string, string>
) {
  return `
create or replace function commerce_suite.payment_transaction_${table}() returns trigger
language plpgsql as $function$
declare
  changed record;
  ${declare}
begin
  -- "new" cannot be read where a row is deleted, nor "old" where one is made.
  if tg_op = 'DELETE' then changed := old; else changed := new; end if;
  ${provider ?? ""}
  if exists (select from payment_transaction_provider own where own.provider_id = ${provider ? "paid.provider_id" : "changed.provider_id"}) then
    return null;
  end if;
  ${body}
  return null;
exception when others then
  raise warning 'payment_transaction: % of ${table}: %', tg_op, sqlerrm;
  return null;
end
$function$;`
}

/** Who acts, from the note that the suite's servers put before a statement; see \`actor-note.ts\`. */
export const ENTRY_FUNCTION = `
create or replace function commerce_suite.payment_transaction_actor() returns jsonb
language plpgsql stable as $function$
begin
  return convert_from(
    decode(substring(current_query() from '^/\\*${ACTOR_NOTE}:([0-9a-f]+)\\*/'), 'hex'), 'UTF8')::jsonb;
exception when others then
  return null;
end
$function$;`

export const ADD_FUNCTION = `
create or replace function commerce_suite.payment_transaction_add(entry jsonb) returns void
language sql as $function$
  insert into payment_transaction (
    id, provider_id, action, outcome, gateway_payment_id, payment_session_id,
    payment_collection_id, payment_id, capture_id, refund_id, amount, raw_amount, currency_code,
    state_before, state_after, cause, actor_type, actor_id, request_id, source,
    created_at, updated_at, finished_at)
  select
    'paytx_' || replace(gen_random_uuid()::text, '-', ''),
    row.provider_id, row.action, row.outcome, left(row.gateway_payment_id, 255),
    row.payment_session_id, row.payment_collection_id, row.payment_id, row.capture_id,
    row.refund_id, row.amount,
    jsonb_build_object('value', row.amount::text, 'precision', 20), row.currency_code,
    row.state_before, row.state_after, coalesce(actor ->> 'cause', 'system'),
    coalesce(actor ->> 'actor_type', case when row.created_by is not null then 'user' end),
    coalesce(actor ->> 'actor_id', row.created_by), actor ->> 'request_id', 'trigger',
    clock_timestamp(), clock_timestamp(),
    case when row.outcome <> 'started' then clock_timestamp() end
  from jsonb_to_record(entry) as row(
    provider_id text, action text, outcome text, gateway_payment_id text,
    payment_session_id text, payment_collection_id text, payment_id text, capture_id text,
    refund_id text, amount numeric, currency_code text, state_before text, state_after text,
    created_by text),
    commerce_suite.payment_transaction_actor() as actor
$function$;`

const SESSION_ENTRY = `jsonb_build_object(
    'provider_id', changed.provider_id, 'payment_session_id', changed.id,
    'payment_collection_id', changed.payment_collection_id,
    'gateway_payment_id', changed.data ->> 'id',
    'amount', changed.amount, 'currency_code', changed.currency_code)`

export const SESSION_FUNCTION = triggerFunction("payment_session", {
  declare: "entry jsonb; request text;",
  body: `
  entry := ${SESSION_ENTRY};
  if tg_op = 'INSERT' then
    perform commerce_suite.payment_transaction_add(entry || jsonb_build_object(
      'action', 'create', 'outcome', 'succeeded', 'state_after', new.status));
  elsif tg_op = 'DELETE' then
    -- Medusa takes a session away in the request that made it when the gateway refuses it.
    request := commerce_suite.payment_transaction_actor() ->> 'request_id';
    update payment_transaction set outcome = 'refused', state_after = 'deleted',
        finished_at = clock_timestamp(), updated_at = clock_timestamp()
      where payment_session_id = old.id and action = 'create' and source = 'trigger'
        and request_id = request;
    if not found then
      perform commerce_suite.payment_transaction_add(entry || jsonb_build_object(
        'action', 'cancel', 'outcome', 'succeeded', 'state_before', old.status, 'state_after', 'deleted'));
    end if;
  elsif new.status is distinct from old.status or new.amount is distinct from old.amount then
    if new.status = 'authorized' then
      -- Medusa flushes the payment before its session or after: one attempt all the same.
      update payment_transaction set state_before = old.status, updated_at = clock_timestamp()
        where payment_session_id = new.id and payment_id is not null and state_before is null
          and action = 'authorize' and outcome = 'succeeded' and source = 'trigger';
      if found then
        return null;
      end if;
    end if;
    perform commerce_suite.payment_transaction_add(entry || jsonb_build_object(
      'action', case
        when new.status = old.status then 'update'
        when new.status in ('authorized', 'captured', 'pending_authorization', 'error') then 'authorize'
        when new.status = 'canceled' then 'cancel'
        else 'update' end,
      'outcome', case
        when new.status = old.status then 'succeeded'
        when new.status = 'error' then 'refused'
        when new.status = 'pending_authorization' then 'started'
        else 'succeeded' end,
      'state_before', old.status, 'state_after', new.status));
  end if;`,
})

const PAYMENT_ENTRY = (payment: string) => `jsonb_build_object(
    'provider_id', ${payment}.provider_id, 'payment_session_id', ${payment}.payment_session_id,
    'payment_collection_id', ${payment}.payment_collection_id, 'payment_id', ${payment}.id,
    'gateway_payment_id', ${payment}.data ->> 'id',
    'amount', ${payment}.amount, 'currency_code', ${payment}.currency_code)`

export const PAYMENT_FUNCTION = triggerFunction("payment", {
  body: `
  if tg_op = 'INSERT' then
    -- The session's own change to "authorized" is the same attempt.
    update payment_transaction set payment_id = new.id,
        gateway_payment_id = coalesce(gateway_payment_id, left(new.data ->> 'id', 255)),
        updated_at = clock_timestamp()
      where payment_session_id = new.payment_session_id and payment_id is null
        and action = 'authorize' and outcome = 'succeeded' and source = 'trigger';
    if not found then
      perform commerce_suite.payment_transaction_add(${PAYMENT_ENTRY("changed")} || jsonb_build_object(
        'action', 'authorize', 'outcome', 'succeeded', 'state_after', 'authorized'));
    end if;
  elsif tg_op = 'DELETE' then
    perform commerce_suite.payment_transaction_add(${PAYMENT_ENTRY("changed")} || jsonb_build_object(
      'action', 'authorize', 'outcome', 'refused', 'state_before', 'authorized', 'state_after', 'deleted'));
  elsif old.canceled_at is null and new.canceled_at is not null then
    perform commerce_suite.payment_transaction_add(${PAYMENT_ENTRY("changed")} || jsonb_build_object(
      'action', 'cancel', 'outcome', 'succeeded', 'state_before', 'authorized', 'state_after', 'canceled'));
  end if;`,
})

/** Captures and refunds alike: how much of what they take from is taken, before and after. */
function movement(
  action: "capture" | "refund",
  states: { none: string; part: string; all: string; of: string }
) {
  const state = (taken: string) => `case
        when ${taken} <= 0 then '${states.none}'
        when ${taken} < whole then '${states.part}' else '${states.all}' end`
  return triggerFunction(action, {
    declare: "paid record; taken numeric; whole numeric;",
    provider: `select * into paid from payment where id = changed.payment_id;`,
    body: `
  if tg_op = 'DELETE' then
    -- Medusa writes the row first and takes it away again when the gateway refuses.
    update payment_transaction set outcome = 'refused', state_after = state_before,
        finished_at = clock_timestamp(), updated_at = clock_timestamp()
      where ${action}_id = old.id and action = '${action}' and source = 'trigger';
    if not found and paid.id is not null then
      perform commerce_suite.payment_transaction_add(${PAYMENT_ENTRY("paid")} || jsonb_build_object(
        'action', '${action}', 'outcome', 'refused', '${action}_id', old.id,
        'amount', old.amount, 'created_by', old.created_by));
    end if;
  else
    select coalesce(sum(amount), 0) into taken from ${action} where payment_id = new.payment_id and deleted_at is null;
    ${states.of}
    perform commerce_suite.payment_transaction_add(${PAYMENT_ENTRY("paid")} || jsonb_build_object(
      'action', '${action}', 'outcome', 'succeeded', '${action}_id', new.id,
      'amount', new.amount, 'created_by', new.created_by,
      'state_before', ${state("taken - new.amount")},
      'state_after', ${state("taken")}));
  end if;`,
  })
}

export const CAPTURE_FUNCTION = movement("capture", {
  none: "authorized",
  part: "partially_captured",
  all: "captured",
  of: "whole := paid.amount;",
})

export const REFUND_FUNCTION = movement("refund", {
  none: "captured",
  part: "partially_refunded",
  all: "refunded",
  of: "select coalesce(sum(amount), 0) into whole from capture where payment_id = new.payment_id and deleted_at is null;",
})
