import { MY_CART, newCart } from "../../helpers/customer-carts"
import { regionOf, storefront } from "../../helpers/storefront"
import {
  type AccessRow,
  everyStorefront,
  onlyOwner,
  type World,
} from "../access.table"

const CART = "/store/carts/:id"

/** A cart that the world's customer made. */
const ofCustomer = async ({ customer }: World) => ({
  params: { id: (await newCart({ customer })).id, variant_id: "variant_none" },
})

/** For everybody else there is no such cart. */
const owned = () => ({ ...everyStorefront(404), customer: 200 })

export const customerCartsAccess = (): AccessRow[] => [
  {
    method: "GET",
    route: MY_CART,
    expected: onlyOwner(200),
    prepare: async () => ({
      query: `region_id=${(await regionOf(storefront(), "in")).id}`,
    }),
  },
  {
    method: "POST",
    route: MY_CART,
    expected: onlyOwner(404),
    prepare: async ({ customer }) => ({
      body: { cart_id: (await newCart({ customer })).id },
    }),
  },
  {
    method: "GET",
    route: `${CART}/count`,
    expected: owned(),
    prepare: ofCustomer,
  },
  {
    method: "POST",
    route: `${CART}/clear`,
    expected: owned(),
    prepare: async (world) => ({ ...(await ofCustomer(world)), body: {} }),
  },
  {
    method: "DELETE",
    route: `${CART}/variants/:variant_id`,
    expected: owned(),
    prepare: ofCustomer,
  },
]
