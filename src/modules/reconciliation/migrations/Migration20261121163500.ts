import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121163500 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "surplus_return" drop constraint if exists "surplus_return_provider_id_gateway_payment_id_unique";`);
    this.addSql(`alter table if exists "reconciliation_case" drop constraint if exists "reconciliation_case_kind_subject_id_unique";`);
    this.addSql(`alter table if exists "reconciliation_account" drop constraint if exists "reconciliation_account_provider_id_unique";`);
    this.addSql(`create table if not exists "reconciliation_account" ("id" text not null, "provider_id" text not null, "account" text not null, "paused_reason" text check ("paused_reason" in ('unreachable', 'account_changed')) null, "paused_since" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "reconciliation_account_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_reconciliation_account_provider_id_unique" ON "reconciliation_account" ("provider_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_account_deleted_at" ON "reconciliation_account" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`create table if not exists "reconciliation_case" ("id" text not null, "kind" text check ("kind" in ('unpaid_order', 'orphan_order', 'half_capture', 'half_refund', 'paid_cart', 'gateway_capture', 'gateway_refund', 'gateway_cancel', 'different_sums', 'surplus', 'stock_drift', 'missing_stock', 'account_changed')) not null, "subject_id" text not null, "status" text check ("status" in ('open', 'repaired', 'dismissed')) not null default 'open', "reason" text not null, "provider_id" text null, "order_id" text null, "cart_id" text null, "session_id" text null, "payment_id" text null, "gateway_payment_id" text null, "medusa" jsonb null, "gateway" jsonb null, "attempts" integer not null default 0, "last_error" text null, "last_seen_at" timestamptz not null, "next_check_at" timestamptz null, "closed_at" timestamptz null, "dismissed_by" text null, "dismiss_reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "reconciliation_case_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_case_deleted_at" ON "reconciliation_case" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_reconciliation_case_kind_subject_id_unique" ON "reconciliation_case" ("kind", "subject_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_case_status_next_check_at" ON "reconciliation_case" ("status", "next_check_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_case_status_last_seen_at" ON "reconciliation_case" ("status", "last_seen_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_case_last_seen_at" ON "reconciliation_case" ("last_seen_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_case_session_id" ON "reconciliation_case" ("session_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_case_order_id" ON "reconciliation_case" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_case_gateway_payment_id" ON "reconciliation_case" ("gateway_payment_id") WHERE deleted_at IS NULL;`);
    this.addSql(`create table if not exists "reconciliation_run" ("id" text not null, "asked_until" timestamptz not null, "pass_began_at" timestamptz not null, "session_cursor" text not null default '', "stock_cursor" text not null default '', "ended_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "reconciliation_run_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_run_deleted_at" ON "reconciliation_run" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`create table if not exists "surplus_return" ("id" text not null, "provider_id" text not null, "gateway_payment_id" text not null, "session_id" text null, "amount" numeric not null, "currency_code" text not null, "reason" text not null, "status" text check ("status" in ('begun', 'returned')) not null default 'begun', "gateway_refund_id" text null, "begun_at" timestamptz not null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "surplus_return_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_surplus_return_deleted_at" ON "surplus_return" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_surplus_return_provider_id_gateway_payment_id_unique" ON "surplus_return" ("provider_id", "gateway_payment_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_surplus_return_begun_at" ON "surplus_return" ("begun_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "reconciliation_account" cascade;`);
    this.addSql(`drop table if exists "reconciliation_case" cascade;`);
    this.addSql(`drop table if exists "reconciliation_run" cascade;`);
    this.addSql(`drop table if exists "surplus_return" cascade;`);
  }

}
