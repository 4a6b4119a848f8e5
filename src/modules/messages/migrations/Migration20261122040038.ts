import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122040038 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "message" drop constraint if exists "message_idempotency_key_unique";`);
    this.addSql(`create table if not exists "message" ("id" text not null, "channel" text check ("channel" in ('email')) not null, "template" text not null, "subject_id" text not null, "idempotency_key" text not null, "cause" text not null, "status" text check ("status" in ('queued', 'sent', 'failed', 'canceled')) not null default 'queued', "attempts" integer not null default 0, "last_error" text null, "recipient" text null, "original_id" text null, "customer_id" text null, "order_id" text null, "locale" text null, "subject" text null, "html" text null, "text" text null, "notification_id" text null, "mail_id" text null, "sent_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "message_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_deleted_at" ON "message" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_message_idempotency_key_unique" ON "message" ("idempotency_key");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_created_at" ON "message" ("created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_status_created_at" ON "message" ("status", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_template_created_at" ON "message" ("template", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_recipient_created_at" ON "message" ("recipient", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_customer_id_created_at" ON "message" ("customer_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_order_id_created_at" ON "message" ("order_id", "created_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "message" cascade;`);
  }

}
