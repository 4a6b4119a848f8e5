import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Hand-written, without models: each statement on these tables decides a race, so all of them are SQL, triggers on
 * Medusa's tables among them. A row is a sign-in, and outlives its tokens; no token lies here, only how often it was
 * exchanged for a newer one.
 */
export class Migration20261122134000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "auth_session" (
      "id" text not null, "auth_identity_id" text not null,
      "actor_type" text not null, "actor_id" text null, "provider" text null,
      "generation" integer not null default 0, "rotated_at" timestamptz null,
      "browser" text null, "os" text null, "device_kind" text not null, "ip" inet null,
      "created_at" timestamptz not null default now(),
      "last_seen_at" timestamptz not null default now(),
      "token_expires_at" timestamptz not null, "cookie_expires_at" timestamptz null,
      "expires_at" timestamptz not null,
      "ended_at" timestamptz null, "end_reason" text null,
      constraint "auth_session_pkey" primary key ("id"));`)
    this.addSql(`create index if not exists "IDX_auth_session_auth_identity_id"
      on "auth_session" ("auth_identity_id") where ended_at is null;`)
    this.addSql(`create index if not exists "IDX_auth_session_actor_id"
      on "auth_session" ("actor_id", "actor_type") where ended_at is null and actor_id is not null;`)
    this.addSql(`create index if not exists "IDX_auth_session_expires_at"
      on "auth_session" ("expires_at");`)
    this.addSql(`create table if not exists "auth_session_end" (
      "auth_identity_id" text not null, "ended_at" timestamptz not null,
      constraint "auth_session_end_pkey" primary key ("auth_identity_id"));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "auth_session";`)
    this.addSql(`drop table if exists "auth_session_end";`)
  }
}
