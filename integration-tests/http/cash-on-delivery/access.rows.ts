import { cashCart, cashOrder } from "../../helpers/cash-on-delivery"
import { type AccessRow, everyStorefront, onlyAdmin } from "../access.table"

const openOrder = async () => ({ params: { id: (await cashOrder()).id } })

export const cashOnDeliveryAccess = (): AccessRow[] => [
  {
    method: "GET",
    route: "/store/cash-on-delivery",
    // As with Medusa's own carts: who knows the id has the cart.
    expected: everyStorefront(200),
    prepare: async () => ({
      query: `cart_id=${(await cashCart()).cart.id}`,
    }),
  },
  {
    method: "GET",
    route: "/admin/cash-on-delivery",
    expected: onlyAdmin(200),
  },
  {
    method: "GET",
    route: "/admin/cash-on-delivery/export",
    expected: onlyAdmin(200),
  },
  {
    method: "GET",
    route: "/admin/cash-on-delivery/:id",
    expected: onlyAdmin(200),
    prepare: openOrder,
  },
  {
    method: "POST",
    route: "/admin/cash-on-delivery/:id/collect",
    expected: onlyAdmin(200),
    prepare: openOrder,
  },
  {
    method: "POST",
    route: "/admin/cash-on-delivery/collect",
    expected: onlyAdmin(200),
    prepare: async () => ({ body: { ids: [(await cashOrder()).id] } }),
  },
]
