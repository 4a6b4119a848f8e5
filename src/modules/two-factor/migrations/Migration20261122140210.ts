import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Hand-written: the primary key is what makes a code good for one use. A row lies here while its code is being
 * checked, and after it was right for as long as it could be shown again.
 */
export class Migration20261122140210 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "two_factor_used_code" (
      "auth_identity_id" text not null, "method" text not null, "code_hash" text not null,
      "session_key" text null, "claimed_at" timestamptz not null default now(),
      "accepted_at" timestamptz null, "expires_at" timestamptz not null,
      constraint "two_factor_used_code_pkey" primary key ("auth_identity_id", "method", "code_hash")
    );`)
    this.addSql(`create index if not exists "IDX_two_factor_used_code_expires_at"
      on "two_factor_used_code" ("expires_at");`)
    this.addSql(`create table if not exists "two_factor_policy" (
      "actor_type" text not null, "since" timestamptz not null default now(),
      constraint "two_factor_policy_pkey" primary key ("actor_type")
    );`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "two_factor_used_code";`)
    this.addSql(`drop table if exists "two_factor_policy";`)
  }
}
