import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122071001 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "message" drop constraint if exists "message_channel_check";`);
    this.addSql(`alter table if exists "message" drop constraint if exists "message_status_check";`);

    this.addSql(`alter table if exists "message_suppression" drop constraint if exists "message_suppression_channel_address_unique";`);
    this.addSql(`create table if not exists "message_suppression" ("id" text not null, "channel" text check ("channel" in ('email', 'sms')) not null, "address" text not null, "reason" text check ("reason" in ('bounce', 'complaint', 'unsubscribe', 'manual')) not null, "message_id" text null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "message_suppression_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_suppression_deleted_at" ON "message_suppression" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_message_suppression_channel_address_unique" ON "message_suppression" ("channel", "address") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_suppression_created_at" ON "message_suppression" ("created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "message" add column if not exists "outcome_at" timestamptz null, add column if not exists "outcome_reason" text null;`);
    this.addSql(`alter table if exists "message" add constraint "message_channel_check" check("channel" in ('email', 'sms'));`);
    this.addSql(`alter table if exists "message" add constraint "message_status_check" check("status" in ('queued', 'sent', 'delivered', 'bounced', 'complained', 'failed', 'canceled'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "message_suppression" cascade;`);

    this.addSql(`alter table if exists "message" drop constraint if exists "message_channel_check";`);
    this.addSql(`alter table if exists "message" drop constraint if exists "message_status_check";`);

    this.addSql(`alter table if exists "message" drop column if exists "outcome_at", drop column if exists "outcome_reason";`);

    this.addSql(`alter table if exists "message" add constraint "message_channel_check" check("channel" in ('email'));`);
    this.addSql(`alter table if exists "message" add constraint "message_status_check" check("status" in ('queued', 'sent', 'failed', 'canceled'));`);
  }

}
