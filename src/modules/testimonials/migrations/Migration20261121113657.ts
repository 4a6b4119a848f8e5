import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121113657 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "testimonial" alter column "position" drop default;`);
    this.addSql(`alter table if exists "testimonial" alter column "position" type integer using ("position"::integer);`);
    this.addSql(`alter table if exists "testimonial" alter column "position" drop not null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "testimonial" alter column "position" type integer using ("position"::integer);`);
    this.addSql(`alter table if exists "testimonial" alter column "position" set default 0;`);
    this.addSql(`alter table if exists "testimonial" alter column "position" set not null;`);
  }

}
