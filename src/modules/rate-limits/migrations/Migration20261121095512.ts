import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Hand-written: rate-limiter-flexible inserts by position (key, points, expire), so the
 * table cannot carry the columns DML adds. Unlogged: a crash only forgets open windows.
 */
export class Migration20261121095512 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create unlogged table if not exists "rate_limit" ("key" text not null, "points" integer not null default 0, "expire" bigint, constraint "rate_limit_pkey" primary key ("key"));`
    )
    this.addSql(
      `create index if not exists "IDX_rate_limit_expire" on "rate_limit" ("expire");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "rate_limit";`)
  }
}
