import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122095801 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "mailbox_mail" ("id" text not null, "sealed" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "mailbox_mail_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_mailbox_mail_deleted_at" ON "mailbox_mail" ("deleted_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "mailbox_mail" cascade;`);
  }

}
