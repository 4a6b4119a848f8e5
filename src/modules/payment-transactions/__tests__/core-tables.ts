import { PAYMENT_TRANSACTION_OBJECTS } from "../../../core-tables/payment-transactions"

/** The columns of Medusa's tables that the triggers and the reads touch. */
export const CORE_TABLES = `
  create schema if not exists commerce_suite;
  create table "order" (id text primary key, customer_id text, is_draft_order boolean default false, deleted_at timestamptz);
  create table order_payment_collection (order_id text, payment_collection_id text, deleted_at timestamptz);
  create table payment_session (id text primary key, provider_id text, payment_collection_id text,
    amount numeric, currency_code text, status text, data jsonb default '{}');
  create table payment (id text primary key, provider_id text, payment_collection_id text,
    payment_session_id text, amount numeric, currency_code text, data jsonb default '{}', canceled_at timestamptz);
  create table capture (id text primary key, payment_id text, amount numeric, created_by text, deleted_at timestamptz);
  create table refund (id text primary key, payment_id text, amount numeric, created_by text, deleted_at timestamptz);
  ${PAYMENT_TRANSACTION_OBJECTS.map(({ create }) => create).join("\n")}`

export const NO_CORE_TABLES = `
  drop table if exists "order", order_payment_collection, payment_session, payment, capture, refund cascade;
  drop schema if exists commerce_suite cascade;`
