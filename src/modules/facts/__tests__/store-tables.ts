/** Of Medusa's tables, the columns that facts are read from. */
export const STORE_TABLES = `
  create table "order" (id text primary key, status text not null default 'pending',
    is_draft_order boolean not null default false, created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(), canceled_at timestamptz, deleted_at timestamptz);
  create table order_summary (order_id text, version int, totals jsonb, deleted_at timestamptz);
  create table order_cart (order_id text, cart_id text, deleted_at timestamptz);
  create table order_payment_collection (order_id text, payment_collection_id text, deleted_at timestamptz);
  create table payment_session (id text, payment_collection_id text, status text,
    authorized_at timestamptz, updated_at timestamptz not null default now(), deleted_at timestamptz);
  create table payment (id text primary key, payment_collection_id text, captured_at timestamptz, deleted_at timestamptz);
  create table capture (id text primary key, payment_id text, created_at timestamptz not null default now(), deleted_at timestamptz);
  create table refund (id text primary key, payment_id text, created_at timestamptz not null default now(), deleted_at timestamptz);
  create table order_transaction (order_id text, reference text, reference_id text, deleted_at timestamptz);
  create table order_fulfillment (order_id text, fulfillment_id text, deleted_at timestamptz);
  create table fulfillment (id text primary key, created_at timestamptz not null default now(),
    shipped_at timestamptz, delivered_at timestamptz, canceled_at timestamptz, deleted_at timestamptz);
  create table "return" (id text primary key, order_id text, received_at timestamptz,
    canceled_at timestamptz, deleted_at timestamptz);`

/** What a shopper's completed cart leaves; `ORDER` stands for the order's id. */
export const PLACED_ORDER = `
  insert into "order" (id) values ('ORDER');
  insert into order_summary values ('ORDER', 1, '{"original_order_total": 1578}');
  insert into payment_session values ('ses_ORDER', 'col_ORDER', 'pending');
  insert into order_cart values ('ORDER', 'cart_ORDER');
  insert into order_payment_collection values ('ORDER', 'col_ORDER');
  update payment_session set status = 'authorized' where id = 'ses_ORDER';`

/** The same, and its money with the merchant. */
export const CAPTURED_ORDER = `${PLACED_ORDER}
  insert into payment values ('pay_ORDER', 'col_ORDER');
  insert into capture values ('capt_ORDER', 'pay_ORDER');
  insert into order_transaction values ('ORDER', 'capture', 'capt_ORDER');`

export const FULFILLED_ORDER = `${PLACED_ORDER}
  insert into fulfillment values ('ful_ORDER');
  insert into order_fulfillment values ('ORDER', 'ful_ORDER');`
