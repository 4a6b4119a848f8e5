import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122072010 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "message_brand" ("id" text not null, "name" text null, "logo_url" text null, "color" text null, "background_color" text null, "address" text null, "footer" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "message_brand_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_message_brand_deleted_at" ON "message_brand" ("deleted_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "message_brand" cascade;`);
  }

}
