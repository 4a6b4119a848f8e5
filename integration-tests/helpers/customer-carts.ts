import type { HttpTypes } from "@medusajs/types"
import type { StoreTakenOver } from "../../src/types/customer-carts"
import { type Customer, freshCustomer, storeClient } from "./clients"
import { expectOk, type Reply } from "./http"
import { createProduct } from "./products"
import { regionOf, storefront } from "./storefront"

type At = { url?: string }

export const MY_CART = "/store/customers/me/cart"

export type CartReply = Reply<
  { cart: HttpTypes.StoreCart; message?: string } & StoreTakenOver
>

type Wish = At & {
  /** Variants and how many of each. */
  items?: [variantId: string, quantity: number][]
  /** @default "in" */
  country?: string
  /** Signed in already. @default a guest */
  customer?: Customer
  email?: string
}

/** A cart that Medusa's own route makes, for a guest or for who is signed in. */
export async function newCart({
  items = [],
  country = "in",
  customer,
  email,
  url,
}: Wish = {}): Promise<HttpTypes.StoreCart> {
  const { id: region_id } = await regionOf(storefront({ url }), country)
  const { cart } = await expectOk(
    storeClient({ url, token: customer?.token }).post<{
      cart: HttpTypes.StoreCart
    }>("/store/carts", {
      region_id,
      email,
      items: items.map(([variant_id, quantity]) => ({ variant_id, quantity })),
    })
  )
  return cart
}

/** A customer whose active cart holds these. */
export async function customerWithCart(
  wish: Omit<Wish, "customer"> = {}
): Promise<{ customer: Customer; cart: HttpTypes.StoreCart }> {
  const customer = await freshCustomer({ url: wish.url })
  return { customer, cart: await newCart({ ...wish, customer }) }
}

/** What storefronts call when a shopper signs in with a cart. */
export const signInWith = (
  { client }: Customer,
  cartId: string
): Promise<CartReply> => client.post(MY_CART, { cart_id: cartId })

export const myCart = async ({ client }: Customer, query = "") =>
  (
    await expectOk(
      client.get<{ cart: HttpTypes.StoreCart }>(`${MY_CART}${query}`)
    )
  ).cart

/** Units by variant, for comparing carts. */
export const unitsIn = (cart: HttpTypes.StoreCart): Record<string, number> =>
  Object.fromEntries(
    (cart.items ?? []).map(({ variant_id, quantity }) => [
      variant_id ?? "",
      Number(quantity),
    ])
  )

export const variantWith = async (stock: number, at: At = {}) =>
  (await createProduct({ stock, ...at })).variantId
