import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122100501 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "digital_product" add column if not exists "low_pool_at" timestamptz null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "digital_product" drop column if exists "low_pool_at";`);
  }

}
