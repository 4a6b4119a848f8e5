import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122074001 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "licence_key" drop constraint if exists "licence_key_grant_id_unique";`);
    this.addSql(`alter table if exists "licence_key" drop constraint if exists "licence_key_digital_product_id_hmac_unique";`);
    this.addSql(`alter table if exists "download_access" drop constraint if exists "download_access_token_hash_unique";`);
    this.addSql(`alter table if exists "download_access" drop constraint if exists "download_access_order_id_unique";`);
    this.addSql(`alter table if exists "digital_product" drop constraint if exists "digital_product_variant_id_unique";`);
    this.addSql(`alter table if exists "digital_grant" drop constraint if exists "digital_grant_line_item_id_unit_unique";`);
    this.addSql(`alter table if exists "digital_file" drop constraint if exists "digital_file_series_id_version_unique";`);
    this.addSql(`create table if not exists "digital_download" ("id" text not null, "grant_id" text not null, "file_id" text not null, "expires_at" timestamptz not null, "country" text null, "device" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "digital_download_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_digital_download_deleted_at" ON "digital_download" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_digital_download_grant_id_created_at" ON "digital_download" ("grant_id", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "digital_file" ("id" text not null, "digital_product_id" text not null, "kind" text check ("kind" in ('main', 'preview')) not null, "series_id" text not null, "version" integer not null, "filename" text not null, "content_type" text not null, "size" integer not null, "sha256" text null, "storage_key" text not null, "status" text check ("status" in ('uploading', 'checking', 'ready', 'refused')) not null default 'uploading', "reason" text null, "announced_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "digital_file_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_digital_file_deleted_at" ON "digital_file" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_digital_file_digital_product_id" ON "digital_file" ("digital_product_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_digital_file_series_id_version_unique" ON "digital_file" ("series_id", "version");`);

    this.addSql(`create table if not exists "digital_grant" ("id" text not null, "digital_product_id" text not null, "order_id" text not null, "line_item_id" text not null, "unit" integer not null, "title" text not null, "status" text check ("status" in ('active', 'revoked')) not null default 'active', "download_limit" integer null, "downloads_used" integer not null default 0, "starts_at" timestamptz not null, "expires_at" timestamptz null, "revoked_at" timestamptz null, "revoked_reason" text null, "revoked_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "digital_grant_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_digital_grant_deleted_at" ON "digital_grant" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_digital_grant_line_item_id_unit_unique" ON "digital_grant" ("line_item_id", "unit");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_digital_grant_order_id" ON "digital_grant" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_digital_grant_digital_product_id_created_at" ON "digital_grant" ("digital_product_id", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "digital_grant_event" ("id" text not null, "grant_id" text not null, "action" text check ("action" in ('granted', 'revoked', 'regranted')) not null, "reason" text null, "actor_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "digital_grant_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_digital_grant_event_deleted_at" ON "digital_grant_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_digital_grant_event_grant_id" ON "digital_grant_event" ("grant_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "digital_product" ("id" text not null, "product_id" text not null, "variant_id" text not null, "licence_type" text check ("licence_type" in ('personal', 'commercial', 'extended', 'custom')) not null default 'personal', "licence_text" text null, "download_limit" integer null, "access_days" integer null, "key_mode" text check ("key_mode" in ('none', 'pool', 'generated')) not null default 'none', "low_pool_threshold" integer not null default 10, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "digital_product_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_digital_product_deleted_at" ON "digital_product" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_digital_product_variant_id_unique" ON "digital_product" ("variant_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_digital_product_product_id" ON "digital_product" ("product_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "download_access" ("id" text not null, "order_id" text not null, "salt" text not null, "token_hash" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "download_access_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_download_access_deleted_at" ON "download_access" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_download_access_order_id_unique" ON "download_access" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_download_access_token_hash_unique" ON "download_access" ("token_hash") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "licence_key" ("id" text not null, "digital_product_id" text not null, "sealed" text not null, "hmac" text not null, "hint" text not null, "grant_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "licence_key_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_licence_key_deleted_at" ON "licence_key" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_licence_key_digital_product_id_hmac_unique" ON "licence_key" ("digital_product_id", "hmac");`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_licence_key_grant_id_unique" ON "licence_key" ("grant_id") WHERE grant_id is not null AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_licence_key_digital_product_id" ON "licence_key" ("digital_product_id") WHERE grant_id is null and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_licence_key_hmac" ON "licence_key" ("hmac") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "digital_download" cascade;`);

    this.addSql(`drop table if exists "digital_file" cascade;`);

    this.addSql(`drop table if exists "digital_grant" cascade;`);

    this.addSql(`drop table if exists "digital_grant_event" cascade;`);

    this.addSql(`drop table if exists "digital_product" cascade;`);

    this.addSql(`drop table if exists "download_access" cascade;`);

    this.addSql(`drop table if exists "licence_key" cascade;`);
  }

}
