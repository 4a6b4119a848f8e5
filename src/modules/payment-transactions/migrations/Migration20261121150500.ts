import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121150500 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "payment_transaction" ("id" text not null, "provider_id" text not null, "action" text check ("action" in ('create', 'update', 'authorize', 'capture', 'refund', 'cancel', 'webhook', 'reconcile', 'dispute')) not null, "outcome" text check ("outcome" in ('started', 'succeeded', 'refused', 'unknown')) not null, "gateway_payment_id" text null, "gateway_reference_id" text null, "payment_session_id" text null, "payment_collection_id" text null, "payment_id" text null, "capture_id" text null, "refund_id" text null, "amount" numeric null, "currency_code" text null, "state_before" text null, "state_after" text null, "cause" text check ("cause" in ('storefront', 'admin', 'webhook', 'reconcile', 'job', 'system')) not null, "actor_type" text null, "actor_id" text null, "request_id" text null, "error" text null, "source" text check ("source" in ('provider', 'trigger', 'webhook')) not null, "finished_at" timestamptz null, "raw_amount" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_transaction_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_transaction_deleted_at" ON "payment_transaction" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payment_transaction_provider" ("provider_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_transaction_provider_pkey" primary key ("provider_id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_transaction_provider_deleted_at" ON "payment_transaction_provider" ("deleted_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "payment_transaction" cascade;`);

    this.addSql(`drop table if exists "payment_transaction_provider" cascade;`);
  }

}
