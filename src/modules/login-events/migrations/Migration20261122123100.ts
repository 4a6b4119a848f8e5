import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Guesses at addresses that nobody has are found by what was typed. Few events have it, so the index costs little. */
export class Migration20261122123100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_login_event_identifier_hash"
      on "login_event" ("identifier_hash", "occurred_at" desc) where identifier_hash is not null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_login_event_identifier_hash";`)
  }
}
