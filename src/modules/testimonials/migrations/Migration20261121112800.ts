import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Hand-written, like the orders before it. A filter that few rows or none pass must not
 * read all the others: each locale and each placement has the storefront's order of its own.
 */
export class Migration20261121112800 extends Migration {
  private readonly placements = ["home", "product", "checkout"]

  override async up(): Promise<void> {
    const order = `"featured" desc, "position", "created_at" desc, "id"`
    const shown = `"status" = 'approved' and "deleted_at" is null`
    this.addSql(`create index if not exists "IDX_testimonial_store_locale"
      on "testimonial" ("locale", ${order})
      where ${shown} and "locale" is not null;`)
    for (const placement of this.placements) {
      this.addSql(`create index if not exists "IDX_testimonial_store_placement_${placement}"
        on "testimonial" (${order})
        where ${shown} and "placements" @> array['${placement}']::text[];`)
    }
  }

  override async down(): Promise<void> {
    const placements = this.placements.map((name) => `placement_${name}`)
    for (const name of ["locale", ...placements]) {
      this.addSql(`drop index if exists "IDX_testimonial_store_${name}";`)
    }
  }
}
