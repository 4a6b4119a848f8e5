import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Hand-written, because DML has no word for any of it.
 *
 * The two indexes hold the order in which a storefront reads. The totals answer "how many
 * and how good" without counting: statement triggers keep them, in the transaction of the
 * change itself, for every approved row that has no publishing window; the few that have
 * one are counted when asked, because the clock changes them and no transaction does.
 * An empty product_id, locale or placement stands for "any".
 */
export class Migration20261121100655 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_testimonial_store"
      on "testimonial" ("featured" desc, "position", "created_at" desc, "id")
      where "status" = 'approved' and "deleted_at" is null;`)
    this.addSql(`create index if not exists "IDX_testimonial_store_product"
      on "testimonial" ("product_id", "featured" desc, "position", "created_at" desc, "id")
      where "status" = 'approved' and "deleted_at" is null and "product_id" is not null;`)
    this.addSql(`create index if not exists "IDX_testimonial_windowed"
      on "testimonial" ("publish_from", "publish_until")
      where "status" = 'approved' and "deleted_at" is null
        and ("publish_from" is not null or "publish_until" is not null);`)

    this.addSql(`create table if not exists "testimonial_rating_total" (
      "product_id" text not null,
      "locale" text not null,
      "placement" text not null,
      "count" bigint not null,
      "rating_sum" bigint not null,
      constraint "testimonial_rating_total_pkey" primary key ("product_id", "locale", "placement"));`)

    this.addSql(`create or replace function testimonial_rating_total_apply() returns trigger
      language plpgsql as $$
      declare
        changes text := case tg_op
          when 'INSERT' then 'select 1 as sign, * from new_rows'
          when 'DELETE' then 'select -1 as sign, * from old_rows'
          else 'select 1 as sign, * from new_rows union all select -1, * from old_rows'
        end;
      begin
        execute format($sql$
          insert into testimonial_rating_total as total (product_id, locale, placement, count, rating_sum)
          select product.key, locale.key, placement.key, sum(change.sign), sum(change.sign * change.rating)
          from (%s) change
          cross join lateral (select '' union select change.product_id where change.product_id is not null) product(key)
          cross join lateral (select '' union select change.locale where change.locale is not null) locale(key)
          cross join lateral (select '' union select unnest(change.placements)) placement(key)
          where change.status = 'approved' and change.deleted_at is null
            and change.publish_from is null and change.publish_until is null
          group by 1, 2, 3
          having sum(change.sign) <> 0 or sum(change.sign * change.rating) <> 0
          order by 1, 2, 3
          on conflict (product_id, locale, placement) do update set
            count = total.count + excluded.count,
            rating_sum = total.rating_sum + excluded.rating_sum
        $sql$, changes);
        return null;
      end $$;`)
    for (const [event, tables] of Object.entries({
      insert: "new table as new_rows",
      update: "old table as old_rows new table as new_rows",
      delete: "old table as old_rows",
    })) {
      this.addSql(`create or replace trigger "testimonial_rating_total_${event}"
        after ${event} on "testimonial" referencing ${tables}
        for each statement execute function testimonial_rating_total_apply();`)
    }
  }

  override async down(): Promise<void> {
    for (const event of ["insert", "update", "delete"]) {
      this.addSql(
        `drop trigger if exists "testimonial_rating_total_${event}" on "testimonial";`
      )
    }
    this.addSql(`drop function if exists testimonial_rating_total_apply();`)
    this.addSql(`drop table if exists "testimonial_rating_total";`)
    for (const index of ["store", "store_product", "windowed"]) {
      this.addSql(`drop index if exists "IDX_testimonial_${index}";`)
    }
  }
}
