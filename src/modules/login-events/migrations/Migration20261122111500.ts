import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Hand-written: DML knows no partitions. Events are only ever added, months of them go at
 * once, and rows lie in the order of time, which is what a BRIN index is made for. The primary
 * key also makes writing a batch again harmless.
 */
export class Migration20261122111500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "login_event" (
      "id" text not null, "occurred_at" timestamptz not null,
      "actor_type" text not null, "actor_id" text null, "identifier_hash" text null,
      "provider" text null, "outcome" text not null, "ip" inet null,
      "browser" text null, "os" text null, "device_kind" text not null,
      "is_new_device" boolean not null default false,
      "is_first_login" boolean not null default false, "request_id" text null,
      constraint "login_event_pkey" primary key ("occurred_at", "id")
    ) partition by range ("occurred_at");`)
    this.addSql(`create index if not exists "IDX_login_event_occurred_at"
      on "login_event" using brin ("occurred_at");`)
    this.addSql(`create index if not exists "IDX_login_event_actor_id"
      on "login_event" ("actor_id", "occurred_at" desc) where actor_id is not null;`)
    this.addDevices()
    this.addSums()
  }

  override async down(): Promise<void> {
    const tables = [
      ...["login_event", "login_device", "login_event_day"],
      ...["login_event_mark", "login_failure_window"],
    ]
    for (const table of tables) {
      this.addSql(`drop table if exists "${table}";`)
    }
  }

  /** Which devices an actor has signed in from. */
  private addDevices() {
    this.addSql(`create table if not exists "login_device" (
      "id" text not null, "actor_type" text not null, "actor_id" text not null,
      "browser" text not null, "os" text not null, "device_kind" text not null,
      "ip" inet null, "first_seen_at" timestamptz not null,
      "last_seen_at" timestamptz not null, "disowned_at" timestamptz null,
      "locked_at" timestamptz null,
      constraint "login_device_pkey" primary key ("id"));`)
    this.addSql(`create unique index if not exists "IDX_login_device_actor_id_unique"
      on "login_device" ("actor_id", "actor_type", "browser", "os", "device_kind")
      where disowned_at is null;`)
  }

  /** The sums per day, how far they go, and the failures of the last minutes, which a crash may forget. */
  private addSums() {
    this.addSql(`create table if not exists "login_event_day" (
      "day" date not null, "actor_type" text not null, "outcome" text not null,
      "device_kind" text not null, "events" integer not null,
      "first_logins" integer not null,
      constraint "login_event_day_pkey" primary key ("day", "actor_type", "outcome", "device_kind"));`)
    this.addSql(`create table if not exists "login_event_mark" (
      "id" text not null, "moment" timestamptz not null,
      constraint "login_event_mark_pkey" primary key ("id"));`)
    this.addSql(`create unlogged table if not exists "login_failure_window" (
      "key" text not null, "window_start" timestamptz not null,
      "failures" integer not null,
      constraint "login_failure_window_pkey" primary key ("key", "window_start"));`)
  }
}
