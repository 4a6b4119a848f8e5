/**
 * The attack: the browser was handed on, or a cart's id was seen in a log, a link or a cookie, and
 * whoever has it reads the address in the cart, changes what is bought, or pays for it.
 */
import { completeCart, prepareForPayment } from "../../helpers/carts"
import {
  type Customer,
  freshCustomer,
  storeClient,
} from "../../helpers/clients"
import {
  customerWithCart,
  myCart,
  newCart,
  signInWith,
  unitsIn,
  variantWith,
} from "../../helpers/customer-carts"
import { expectOk } from "../../helpers/http"
import { addressIn, storefront } from "../../helpers/storefront"

let lamp: string
let owner: Customer
let cartId: string
let lineId: string
let collectionId: string

beforeAll(async () => {
  lamp = await variantWith(100)
  const made = await customerWithCart({ items: [[lamp, 2]] })
  owner = made.customer
  cartId = made.cart.id
  lineId = made.cart.items?.[0]?.id ?? ""
  const { payment_collection } = await expectOk(
    owner.client.post<{ payment_collection: { id: string } }>(
      "/store/payment-collections",
      { cart_id: cartId }
    )
  )
  collectionId = payment_collection.id
})

const requests = (): [method: string, path: string, body?: object][] => {
  const cart = `/store/carts/${cartId}`
  return [
    ["GET", cart],
    ["GET", `/store/carts/${encodeURIComponent(cartId)}/`],
    ["GET", cart.replace("/store/carts", "/store/CARTS")],
    ["POST", cart, { shipping_address: addressIn("in") }],
    ["POST", `${cart}/line-items`, { variant_id: lamp, quantity: 1 }],
    ["POST", `${cart}/line-items/${lineId}`, { quantity: 9 }],
    ["DELETE", `${cart}/line-items/${lineId}`],
    ["POST", `${cart}/promotions`, { promo_codes: ["X"] }],
    ["POST", `${cart}/shipping-methods`, { option_id: "so_1" }],
    ["POST", `${cart}/taxes`],
    ["POST", `${cart}/complete`],
    ["GET", `${cart}/count`],
    ["POST", `${cart}/clear`],
    ["DELETE", `${cart}/variants/${lamp}`],
    ["POST", "/store/payment-collections", { cart_id: cartId }],
    [
      ...[
        "POST",
        `/store/payment-collections/${collectionId}/payment-sessions`,
      ],
      { provider_id: "pp_system_default" },
    ] as [string, string, object],
    ["GET", `/store/shipping-options?cart_id=${cartId}`],
    ["POST", "/store/shipping-options/so_1/calculate", { cart_id: cartId }],
    ["GET", `/store/cash-on-delivery?cart_id=${cartId}`],
  ]
}

describe("a customer's cart", () => {
  it.each([
    ["nobody who is signed in", async () => storeClient()],
    ["another customer", async () => (await freshCustomer()).client],
    ["a token somebody made up", async () => storeClient({ token: "none" })],
  ])("does not exist for %s", async (_, client) => {
    const stranger = await client()
    const found = []
    for (const [method, path, body] of requests()) {
      const { status } = await stranger.send(method, path, { body })
      if (status !== 404) {
        found.push(`${method} ${path} → ${status}`)
      }
    }
    expect(found).toEqual([])
    expect(unitsIn(await myCart(owner))).toEqual({ [lamp]: 2 })
  })

  it("loses no line to somebody who names it together with a cart of their own", async () => {
    const own = await newCart({ items: [[lamp, 1]] })
    const path = `/store/carts/${own.id}/line-items/${lineId}`
    const removed = await storeClient().delete(path)
    const changed = await storeClient().post(path, { quantity: 9 })
    expect([removed.status, changed.status]).toEqual([404, 404])
    expect(unitsIn(await myCart(owner))).toEqual({ [lamp]: 2 })
  })

  it("stays when the customer signs out, and the browser's next visitor does not see it", async () => {
    const customer = await freshCustomer()
    const guest = await newCart({ items: [[lamp, 1]] })
    await signInWith(customer, guest.id)
    const afterwards = storeClient()
    const seen = await afterwards.get(`/store/carts/${guest.id}`)
    expect(seen.status).toBe(404)
    const next = await newCart({ items: [[lamp, 7]] })
    expect(next.id).not.toBe(guest.id)
    expect(unitsIn(await myCart(customer))).toEqual({ [lamp]: 1 })
  })

  it("is still bought by its owner, step by step as ever", async () => {
    const { customer, cart } = await customerWithCart({ items: [[lamp, 1]] })
    const sdk = storefront()
    await sdk.auth.login("customer", "emailpass", customer)
    const { email } = customer
    await prepareForPayment(sdk, cart.id, { email, country: "in" })
    const stolen = await storeClient().post(`/store/carts/${cart.id}/complete`)
    expect(stolen.status).toBe(404)
    expect((await completeCart(sdk, cart.id)).email).toBe(email)
    const bought = await storeClient().get(`/store/carts/${cart.id}`)
    expect(bought.status).toBe(404)
  })
})

describe("a guest's cart with the e-mail address of an account", () => {
  it("stays the guest's: Medusa gives it to the account, the guest goes on and buys", async () => {
    const customer = await freshCustomer()
    const { email } = customer
    const sdk = storefront()
    const cart = await newCart({ items: [[lamp, 1]] })
    const ready = await prepareForPayment(sdk, cart.id, {
      email,
      country: "in",
    })
    expect(ready.customer_id).toBe(customer.id)
    const own = await myCart(customer, `?region_id=${ready.region_id}`)
    expect(own.id).not.toBe(cart.id)
    expect((await completeCart(sdk, cart.id)).email).toBe(email)
  })
})
