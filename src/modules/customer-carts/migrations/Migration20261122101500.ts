import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122101500 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "customer_cart" drop constraint if exists "customer_cart_customer_id_unique";`);
    this.addSql(`alter table if exists "customer_cart" drop constraint if exists "customer_cart_cart_id_unique";`);
    this.addSql(`create table if not exists "customer_cart" ("id" text not null, "cart_id" text not null, "customer_id" text not null, "state" text check ("state" in ('active', 'waiting', 'left', 'merged', 'other')) not null, "left_out" jsonb null, "merged_at" timestamptz null, "refresh" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "customer_cart_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_customer_cart_cart_id_unique" ON "customer_cart" ("cart_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_customer_cart_deleted_at" ON "customer_cart" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_customer_cart_customer_id" ON "customer_cart" ("customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_customer_cart_customer_id_unique" ON "customer_cart" ("customer_id") WHERE state = 'active' and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_customer_cart_waiting" ON "customer_cart" ("customer_id") WHERE state in ('waiting', 'left') and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "customer_cart" cascade;`);
  }

}
