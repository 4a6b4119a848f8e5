import { cartReadyToPay, completeCart } from "../../helpers/carts"
import { storefront } from "../../helpers/storefront"

describe("a guest", () => {
  it.each([
    { country: "in", currency: "inr" },
    { country: "us", currency: "usd" },
    { country: "ke", currency: "kes" },
  ])("buys without an account in $currency", async ({ country, currency }) => {
    const { sdk, cart } = await cartReadyToPay({ country })
    const order = await completeCart(sdk, cart.id)

    expect(order).toMatchObject({
      email: cart.email,
      currency_code: currency,
      total: cart.total,
    })
    expect(order.total).toBeGreaterThan(0)
    const { order: found } = await sdk.store.order.retrieve(order.id)
    expect(found.display_id).toBe(order.display_id)
  })

  it("has no order history", async () => {
    await expect(storefront().store.order.list()).rejects.toMatchObject({
      status: 401,
    })
  })
})
