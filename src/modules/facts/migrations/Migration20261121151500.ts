import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Hand-written: these rows are only ever inserted, by SQL inside other transactions, in great
 * numbers; they need none of the columns that DML adds.
 */
export class Migration20261121151500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "fact" ("id" text not null, "name" text not null, "subject_id" text not null, "order_id" text not null, "occurred_at" timestamptz not null, "created_at" timestamptz not null default now(), constraint "fact_pkey" primary key ("id"), constraint "fact_name_subject_id_unique" unique ("name", "subject_id"));`
    )
    this.addSql(
      `create index if not exists "IDX_fact_order_id" on "fact" ("order_id");`
    )
    this.addSql(
      `create table if not exists "fact_effect" ("fact_id" text not null, "consumer" text not null, "created_at" timestamptz not null default now(), constraint "fact_effect_pkey" primary key ("fact_id", "consumer"));`
    )
    this.addSql(
      `create table if not exists "fact_installation" ("id" integer not null default 1 check ("id" = 1), "installed_at" timestamptz not null default now(), constraint "fact_installation_pkey" primary key ("id"));`
    )
    this.addSql(
      `insert into "fact_installation" ("id") values (1) on conflict do nothing;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "fact_installation";`)
    this.addSql(`drop table if exists "fact_effect";`)
    this.addSql(`drop table if exists "fact";`)
  }
}
