import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121165100 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "cash_on_delivery_order" drop constraint if exists "cash_on_delivery_order_payment_session_id_unique";`);
    this.addSql(`create table if not exists "cash_on_delivery_order" ("id" text not null, "order_id" text not null, "payment_session_id" text not null, "customer_id" text null, "email" text null, "closed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "cash_on_delivery_order_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_cash_on_delivery_order_payment_session_id_unique" ON "cash_on_delivery_order" ("payment_session_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_cash_on_delivery_order_deleted_at" ON "cash_on_delivery_order" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_cash_on_delivery_order_order_id" ON "cash_on_delivery_order" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_cash_on_delivery_order_customer_id" ON "cash_on_delivery_order" ("customer_id") WHERE closed_at is null and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_cash_on_delivery_order_email" ON "cash_on_delivery_order" ("email") WHERE closed_at is null and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_cash_on_delivery_order_created_at" ON "cash_on_delivery_order" ("created_at") WHERE closed_at is null and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "cash_on_delivery_order" cascade;`);
  }

}
