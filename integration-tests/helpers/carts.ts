import { randomUUID } from "node:crypto"
import type Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import { createProduct } from "./products"
import { addressIn, regionOf, storefront } from "./storefront"

export const SYSTEM_PAYMENT = "pp_system_default"

type CartOptions = {
  /** ISO 3166 code of a country that the store sells to. @default "in" */
  country?: string
  /** @default a fresh product with stock */
  variantId?: string
  quantity?: number
  /** @default an address nobody else uses */
  email?: string
  /** The server. @default the tier's */
  url?: string
  /** A shopper who is logged in already. @default a guest */
  sdk?: Medusa
}

export type ReadyCart = { sdk: Medusa; cart: HttpTypes.StoreCart }

/** Address, cheapest shipping and a payment session: all that stands between a filled cart and its order. */
export async function prepareForPayment(
  sdk: Medusa,
  cartId: string,
  { email, country }: { email: string; country: string }
): Promise<HttpTypes.StoreCart> {
  const address = addressIn(country)
  await sdk.store.cart.update(cartId, {
    email,
    shipping_address: address,
    billing_address: address,
  })
  const { shipping_options: options } =
    await sdk.store.fulfillment.listCartOptions({ cart_id: cartId })
  const cheapest = options.sort((a, b) => a.amount - b.amount)[0]
  if (!cheapest) {
    throw new Error(`Nothing ships to ${country}`)
  }
  const { cart } = await sdk.store.cart.addShippingMethod(cartId, {
    option_id: cheapest.id,
  })
  await sdk.store.payment.initiatePaymentSession(cart, {
    provider_id: SYSTEM_PAYMENT,
  })
  const ready = await sdk.store.cart.retrieve(cartId)
  return ready.cart
}

/**
 * A cart that only waits for `completeCart`.
 * @example
 * const { sdk, cart } = await cartReadyToPay({ country: "us" })
 * const order = await completeCart(sdk, cart.id)
 */
export async function cartReadyToPay({
  country = "in",
  variantId,
  quantity = 1,
  email = `guest-${randomUUID()}@store.test`,
  url,
  sdk = storefront({ url }),
}: CartOptions = {}): Promise<ReadyCart> {
  const region = await regionOf(sdk, country)
  const variant =
    variantId ?? (await createProduct({ stock: quantity + 5, url })).variantId
  const { cart } = await sdk.store.cart.create({
    region_id: region.id,
    items: [{ variant_id: variant, quantity }],
  })
  return {
    sdk,
    cart: await prepareForPayment(sdk, cart.id, { email, country }),
  }
}

/** Pays with the system provider and places the order. */
export async function completeCart(
  sdk: Medusa,
  cartId: string
): Promise<HttpTypes.StoreOrder> {
  const result = await sdk.store.cart.complete(cartId)
  if (result.type !== "order") {
    throw new Error(`The cart was not completed: ${result.error.message}`)
  }
  return result.order
}
