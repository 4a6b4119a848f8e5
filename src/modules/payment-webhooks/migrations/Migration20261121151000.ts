import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121151000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "payment_webhook" drop constraint if exists "payment_webhook_provider_id_sha256_unique";`);
    this.addSql(`alter table if exists "payment_webhook" drop constraint if exists "payment_webhook_provider_id_event_id_unique";`);
    this.addSql(`create table if not exists "payment_webhook" ("id" text not null, "provider_id" text not null, "verified" boolean not null, "event_id" text null, "event_type" text null, "sha256" text not null, "headers" jsonb not null, "body" text not null, "occurred_at" timestamptz null, "status" text check ("status" in ('received', 'done', 'ignored', 'failed', 'dead')) not null default 'received', "reason" text null, "last_error" text null, "attempts" integer not null default 0, "action" text null, "session_id" text null, "gateway_payment_id" text null, "amount" numeric null, "currency_code" text null, "received_at" timestamptz not null, "finished_at" timestamptz null, "raw_amount" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_webhook_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_webhook_deleted_at" ON "payment_webhook" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_webhook_provider_id_event_id_unique" ON "payment_webhook" ("provider_id", "event_id");`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_webhook_provider_id_sha256_unique" ON "payment_webhook" ("provider_id", "sha256");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_webhook_received_at" ON "payment_webhook" ("received_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_webhook_status_received_at" ON "payment_webhook" ("status", "received_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_webhook_provider_id_received_at" ON "payment_webhook" ("provider_id", "received_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_webhook_event_type_received_at" ON "payment_webhook" ("event_type", "received_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_webhook_event_id" ON "payment_webhook" ("event_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_webhook_session_id" ON "payment_webhook" ("session_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_webhook_gateway_payment_id" ON "payment_webhook" ("gateway_payment_id") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "payment_webhook" cascade;`);
  }

}
