import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122134711 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "email_change" drop constraint if exists "email_change_customer_id_unique";`);
    this.addSql(`alter table if exists "account_suspension" drop constraint if exists "account_suspension_actor_id_actor_type_unique";`);
    this.addSql(`create table if not exists "account_suspension" ("id" text not null, "actor_type" text check ("actor_type" in ('customer', 'user')) not null, "actor_id" text not null, "reason" text not null, "suspended_by" text not null, "lifted_at" timestamptz null, "lifted_by" text null, "lift_reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "account_suspension_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_account_suspension_deleted_at" ON "account_suspension" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_account_suspension_actor_id_actor_type" ON "account_suspension" ("actor_id", "actor_type") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_account_suspension_open" ON "account_suspension" ("actor_id", "actor_type") WHERE lifted_at is null and deleted_at is null;`);
    this.addSql(`create table if not exists "email_change" ("id" text not null, "customer_id" text not null, "login_id" text not null, "old_email" text not null, "new_email" text not null, "fingerprint" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "email_change_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_email_change_customer_id_unique" ON "email_change" ("customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_email_change_deleted_at" ON "email_change" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`alter table if exists "email_code" drop constraint if exists "email_code_auth_identity_id_unique";`);
    this.addSql(`create table if not exists "email_code" ("id" text not null, "auth_identity_id" text not null, "email" text not null, "code_hash" text not null, "tries" integer not null default 0, "sent_at" timestamptz not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "email_code_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_email_code_auth_identity_id_unique" ON "email_code" ("auth_identity_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_email_code_deleted_at" ON "email_code" ("deleted_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "account_suspension" cascade;`);
    this.addSql(`drop table if exists "email_change" cascade;`);
    this.addSql(`drop table if exists "email_code" cascade;`);
  }

}
