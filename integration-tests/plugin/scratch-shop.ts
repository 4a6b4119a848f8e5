import type { HttpClient } from "../helpers/http"
import { expectOk } from "../helpers/http"

type Id = { id: string }

/** A region and a product that needs no shipping: the least that a store must have to sell. */
async function stock(admin: HttpClient) {
  const { region } = await expectOk(
    admin.post<{ region: Id }>("/admin/regions", {
      name: "Home",
      currency_code: "usd",
      countries: ["us"],
      payment_providers: ["pp_system_default"],
    })
  )
  const { sales_channels: channels } = await expectOk(
    admin.get<{ sales_channels: Id[] }>("/admin/sales-channels?fields=id")
  )
  const { api_keys: keys } = await expectOk(
    admin.get<{ api_keys: Id[] }>("/admin/api-keys?type=publishable&fields=id")
  )
  const add = channels.map(({ id }) => id)
  await admin.post(`/admin/api-keys/${keys[0]?.id}/sales-channels`, { add })
  const { product } = await expectOk(
    admin.post<{ product: { variants: Id[] } }>("/admin/products", {
      title: "Gift note",
      status: "published",
      sales_channels: channels,
      options: [{ title: "Size", values: ["One"] }],
      variants: [
        {
          title: "One",
          options: { Size: "One" },
          manage_inventory: false,
          prices: [{ currency_code: "usd", amount: 5 }],
        },
      ],
    })
  )
  return { regionId: region.id, variantId: product.variants[0]?.id }
}

/** Sells one in a store that was empty. @returns the order's id */
export async function placeOrder(
  admin: HttpClient,
  store: HttpClient
): Promise<string> {
  const { regionId, variantId } = await stock(admin)
  const { cart } = await expectOk(
    store.post<{ cart: Id }>("/store/carts", {
      region_id: regionId,
      email: "shopper@scratch.test",
      items: [{ variant_id: variantId, quantity: 1 }],
    })
  )
  const { payment_collection: payment } = await expectOk(
    store.post<{ payment_collection: Id }>("/store/payment-collections", {
      cart_id: cart.id,
    })
  )
  await expectOk(
    store.post(`/store/payment-collections/${payment.id}/payment-sessions`, {
      provider_id: "pp_system_default",
    })
  )
  const { order } = await expectOk(
    store.post<{ order: Id }>(`/store/carts/${cart.id}/complete`)
  )
  return order.id
}
