import type { CoreTableObject } from "./core-table-objects"

/**
 * What keeps one cart from becoming two orders when no lock does: the second link is refused,
 * before any gateway is asked, and Medusa undoes what the second had begun.
 */
export const ORDER_CART_OBJECTS: CoreTableObject[] = [
  {
    name: "one_order_per_cart",
    feature: "checkout-guards",
    create: `create unique index if not exists commerce_suite_one_order_per_cart
      on order_cart (cart_id) where deleted_at is null`,
    remove: `drop index if exists commerce_suite_one_order_per_cart`,
    obstacles: `select cart_id, array_agg(order_id order by created_at) as orders
      from order_cart where deleted_at is null
      group by cart_id having count(*) > 1`,
  },
  {
    // A loser's other links, made beside the one that was refused, would stay and keep its
    // payment collection from ever being linked again.
    name: "forget_links_of_deleted_order",
    feature: "checkout-guards",
    create: `
      create or replace function commerce_suite.forget_links_of_deleted_order()
      returns trigger language plpgsql as $$
      begin
        delete from order_payment_collection where order_id = old.id;
        delete from order_promotion where order_id = old.id;
        return null;
      exception when others then
        raise warning 'commerce_suite: links of order % stay: %', old.id, sqlerrm;
        return null;
      end $$;
      drop trigger if exists commerce_suite_forget_links_of_deleted_order on "order";
      create trigger commerce_suite_forget_links_of_deleted_order
        after delete on "order" for each row
        execute function commerce_suite.forget_links_of_deleted_order()`,
    remove: `
      drop trigger if exists commerce_suite_forget_links_of_deleted_order on "order";
      drop function if exists commerce_suite.forget_links_of_deleted_order()`,
  },
]
