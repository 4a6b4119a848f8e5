import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122073001 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "message_preference" drop constraint if exists "message_preference_customer_id_category_unique";`);
    this.addSql(`alter table if exists "message_note" drop constraint if exists "message_note_idempotency_key_unique";`);
    this.addSql(`create table if not exists "message_note" ("id" text not null, "idempotency_key" text not null, "subject" text not null, "text" text null, "category" text not null, "customer_id" text null, "customer_group_id" text null, "order_id" text null, "recipients" integer not null, "cursor" text null, "queued_at" timestamptz null, "created_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "message_note_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_note_deleted_at" ON "message_note" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_message_note_idempotency_key_unique" ON "message_note" ("idempotency_key");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_note_created_at" ON "message_note" ("created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "message_preference" ("id" text not null, "customer_id" text not null, "category" text not null, "is_on" boolean not null, "chosen_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "message_preference_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_preference_deleted_at" ON "message_preference" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_message_preference_customer_id_category_unique" ON "message_preference" ("customer_id", "category");`);

    this.addSql(`alter table if exists "message" add column if not exists "category" text not null default 'transactional';`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_subject_id_status" ON "message" ("subject_id", "status") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "message_note" cascade;`);

    this.addSql(`drop table if exists "message_preference" cascade;`);

    this.addSql(`drop index if exists "IDX_message_subject_id_status";`);
    this.addSql(`alter table if exists "message" drop column if exists "category";`);
  }

}
