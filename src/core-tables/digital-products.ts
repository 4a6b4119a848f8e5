import type { CoreTableObject } from "./core-table-objects"

const FUNCTION = "commerce_suite.digital_line_needs_no_shipping"

const trigger = (table: string): CoreTableObject => ({
  name: `digital_${table}`,
  feature: "digital-products",
  create: `
    drop trigger if exists commerce_suite_digital_${table} on ${table};
    create trigger commerce_suite_digital_${table}
      before insert or update of requires_shipping, variant_id on ${table}
      for each row when (new.requires_shipping and new.variant_id is not null)
      execute function ${FUNCTION}();`,
  remove: `drop trigger if exists commerce_suite_digital_${table} on ${table};`,
})

/**
 * Medusa asks for shipping wherever the product has a shipping profile, and a product may come
 * both printed and as a file: the line of a digital variant needs none. Whatever goes wrong in it
 * becomes a warning, and the line stays as it was.
 */
export const DIGITAL_PRODUCTS_OBJECTS: CoreTableObject[] = [
  {
    name: "digital_line_function",
    feature: "digital-products",
    create: `
      create or replace function ${FUNCTION}() returns trigger language plpgsql as $$
      begin
        if exists (
          select from digital_product
          where variant_id = new.variant_id and deleted_at is null) then
          new.requires_shipping := false;
        end if;
        return new;
      exception when others then
        raise warning 'commerce_suite: line % may ask for shipping: %', new.id, sqlerrm;
        return new;
      end $$;`,
    remove: `drop function if exists ${FUNCTION}() cascade;`,
  },
  trigger("cart_line_item"),
  trigger("order_line_item"),
]
