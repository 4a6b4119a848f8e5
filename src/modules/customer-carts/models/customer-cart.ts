import { model } from "@medusajs/framework/utils"

/**
 * A cart that a signed-in customer made or took over. Medusa's own `cart.customer_id` does not say
 * that: it also gives a guest's cart to the account that has the e-mail address typed at checkout.
 */
const CustomerCart = model
  .define("customer_cart", {
    id: model.id({ prefix: "cuscart" }).primaryKey(),
    cart_id: model.text().unique(),
    customer_id: model.text(),
    /**
     * `active`: the one that the customer goes on with; `waiting`: was it, and its items are still
     * to move; `left`: they could not, and the next sign-in tries again; `merged`: they have;
     * `other`: any cart besides.
     */
    state: model.enum(["active", "waiting", "left", "merged", "other"]),
    /** What the last merge could not move, and when that was. */
    left_out: model.json().nullable(),
    merged_at: model.dateTime().nullable(),
    /** Promotion codes with which prices, taxes and totals are still to be made anew after a merge. */
    refresh: model.json().nullable(),
  })
  .indexes([
    { on: ["customer_id"] },
    {
      on: ["customer_id"],
      unique: true,
      where: "state = 'active' and deleted_at is null",
    },
    {
      name: "IDX_customer_cart_waiting",
      on: ["customer_id"],
      where: "state in ('waiting', 'left') and deleted_at is null",
    },
  ])

export default CustomerCart
