import type { HttpTypes } from "@medusajs/types"
import { SYSTEM_PAYMENT } from "../../helpers/carts"
import { CASH, choosePayment, feesOf } from "../../helpers/cash-on-delivery"
import {
  adminClient,
  type Customer,
  freshCustomer,
  storeClient,
} from "../../helpers/clients"
import {
  type CartReply,
  customerWithCart,
  myCart,
  newCart,
  signInWith,
  unitsIn,
  variantWith,
} from "../../helpers/customer-carts"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { expectOk } from "../../helpers/http"
import { createProduct } from "../../helpers/products"
import { addressIn } from "../../helpers/storefront"

const PRICE = 1499

let lamp: string
let rug: string

beforeAll(async () => {
  lamp = await variantWith(100)
  rug = await variantWith(100)
})

const throughCore = (
  { client }: Customer,
  cartId: string
): Promise<CartReply> => client.post(`/store/carts/${cartId}/customer`)

describe.each([
  ["the suite's route", signInWith],
  ["Medusa's own route", throughCore],
])("signing in with a guest's cart, through %s", (_, signIn) => {
  it("keeps the browser's cart and moves the older items into it", async () => {
    const { customer, cart: older } = await customerWithCart({
      items: [
        [lamp, 2],
        [rug, 1],
      ],
    })
    const guest = await newCart({ items: [[lamp, 3]] })
    const { status, body } = await signIn(customer, guest.id)
    expect(status).toBe(200)
    expect(body).toMatchObject({ left_out: [], waiting: [] })
    expect(body.cart).toMatchObject({
      ...{ id: guest.id, customer_id: customer.id, email: customer.email },
      total: 6 * PRICE,
    })
    expect(unitsIn(body.cart)).toEqual({ [lamp]: 5, [rug]: 1 })
    expect((await myCart(customer)).id).toBe(guest.id)
    const gone = await customer.client.get(`/store/carts/${older.id}`)
    expect(gone.status).toBe(404)
  })

  it("does it once, called again and by eight at once, with one answer", async () => {
    const { customer } = await customerWithCart({ items: [[lamp, 2]] })
    const guest = await newCart({ items: [[lamp, 1]] })
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => signIn(customer, guest.id))
    )
    replies.push(await signIn(customer, guest.id))
    for (const { status, body } of replies) {
      expect({ status, units: unitsIn(body.cart) }).toEqual({
        status: 200,
        units: { [lamp]: 3 },
      })
    }
  })

  it("says what is left out and why, every time it is asked", async () => {
    const few = await variantWith(5)
    const { customer } = await customerWithCart({ items: [[few, 4]] })
    const guest = await newCart({ items: [[few, 3]] })
    const answers = [
      await signIn(customer, guest.id),
      await signIn(customer, guest.id),
    ]
    for (const { body } of answers) {
      expect(unitsIn(body.cart)).toEqual({ [few]: 5 })
      expect(body.left_out).toEqual([
        {
          ...{ variant_id: few, quantity: 2, reason: "out_of_stock" },
          title: expect.stringContaining("Spec lamp") as string,
        },
      ])
    }
  })

  // The fault: the phone's cart went into the laptop's, and the phone could not sign in with it any more.
  it("goes on with the cart that took the items of this one on another device, and nobody else does", async () => {
    const customer = await freshCustomer()
    const onPhone = await newCart({ items: [[lamp, 1]] })
    const onLaptop = await newCart({ items: [[rug, 2]] })
    await signIn(customer, onPhone.id)
    await signIn(customer, onLaptop.id)
    const { status, body } = await signIn(customer, onPhone.id)
    expect(status).toBe(200)
    expect(body).toMatchObject({ left_out: [], waiting: [] })
    expect(body.cart.id).toBe(onLaptop.id)
    expect(unitsIn(body.cart)).toEqual({ [lamp]: 1, [rug]: 2 })
    const thief = await customerWithCart()
    expect((await signIn(thief.customer, onPhone.id)).status).toBe(404)
  })

  it("finds no cart that is another customer's, nor one that does not exist", async () => {
    const owner = await customerWithCart({ items: [[lamp, 1]] })
    const thief = await freshCustomer()
    const theft = await signIn(thief, owner.cart.id)
    const nothing = await signIn(thief, "cart_none")
    expect([theft.status, nothing.status]).toEqual([404, 404])
    expect(theft.body.message).toBe(`Cart with id '${owner.cart.id}' not found`)
    expect((await myCart(owner.customer)).customer_id).toBe(owner.customer.id)
  })
})

describe("a guest's cart that two customers sign in with at once", () => {
  it("becomes that of one of them", async () => {
    const customers = [await freshCustomer(), await freshCustomer()]
    const guest = await newCart({ items: [[lamp, 1]] })
    const replies = await Promise.all(
      customers.map((customer) => signInWith(customer, guest.id))
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 404])
  })
})

describe("an older cart", () => {
  it("of another region: what has no price there is left out, and the browser's region stays", async () => {
    const onlyIndia = await createProduct({ stock: 9 })
    await query(
      databaseUrl(),
      `delete from price where currency_code <> 'inr' and price_set_id =
         (select price_set_id from product_variant_price_set where variant_id = $1)`,
      [onlyIndia.variantId]
    )
    const { customer } = await customerWithCart({
      items: [
        [lamp, 1],
        [onlyIndia.variantId, 2],
      ],
    })
    const guest = await newCart({ country: "us" })
    const { body } = await signInWith(customer, guest.id)
    expect(body.left_out).toEqual([
      {
        ...{ variant_id: onlyIndia.variantId, quantity: 2 },
        ...{ reason: "no_price", title: onlyIndia.title },
      },
    ])
    expect(body.cart).toMatchObject({ currency_code: "usd", item_subtotal: 19 })
  })

  it("with a product that is no longer sold, or not in this sales channel, loses it", async () => {
    const admin = await adminClient()
    const [draft, elsewhere] = [
      await createProduct({ stock: 9 }),
      await createProduct({ stock: 9 }),
    ]
    const { customer } = await customerWithCart({
      items: [
        [draft.variantId, 1],
        [elsewhere.variantId, 1],
        [lamp, 1],
      ],
    })
    await expectOk(
      admin.post(`/admin/products/${draft.id}`, { status: "draft" })
    )
    await expectOk(
      admin.post(`/admin/products/${elsewhere.id}`, { sales_channels: [] })
    )
    const guest = await newCart()
    const { body } = await signInWith(customer, guest.id)
    const reasons = Object.fromEntries(
      body.left_out.map(({ variant_id, reason }) => [variant_id, reason])
    )
    expect(reasons).toEqual({
      [draft.variantId]: "not_sold",
      [elsewhere.variantId]: "other_sales_channel",
    })
    expect(unitsIn(body.cart)).toEqual({ [lamp]: 1 })
  })

  it("gives its promotion and its addresses, where the browser's cart has none", async () => {
    const admin = await adminClient()
    const code = `OLDER${Date.now()}`
    await expectOk(
      admin.post("/admin/promotions", {
        ...{ code, type: "standard", status: "active", is_automatic: false },
        application_method: {
          ...{ type: "percentage", value: 10, target_type: "items" },
          ...{ allocation: "across", currency_code: "inr" },
        },
      })
    )
    const { customer, cart } = await customerWithCart({ items: [[rug, 1]] })
    await expectOk(
      customer.client.post(`/store/carts/${cart.id}`, {
        shipping_address: addressIn("in"),
        billing_address: { ...addressIn("us"), city: "Boston" },
        promo_codes: [code],
      })
    )
    const guest = await newCart({ items: [[lamp, 1]] })
    const { body } = await signInWith(customer, guest.id)
    expect(body.cart).toMatchObject({
      shipping_address: { city: "Springfield", country_code: "in" },
      billing_address: { city: "Boston" },
      promotions: [{ code }],
    })
    expect(body.cart.discount_total).toBeCloseTo((2 * PRICE) / 10, 2)
  })

  it("gives no shipping address that the browser's region does not ship to", async () => {
    const { customer, cart } = await customerWithCart({ items: [[rug, 1]] })
    await expectOk(
      customer.client.post(`/store/carts/${cart.id}`, {
        shipping_address: addressIn("in"),
      })
    )
    const guest = await newCart({ country: "us", items: [[lamp, 1]] })
    const { body } = await signInWith(customer, guest.id)
    expect(body.cart.shipping_address?.country_code ?? null).not.toBe("in")
    expect(unitsIn(body.cart)).toEqual({ [lamp]: 1, [rug]: 1 })
  })

  it("keeps lines apart that differ in their metadata, within the stock of both", async () => {
    const few = await variantWith(4)
    const { customer, cart } = await customerWithCart()
    await expectOk(
      customer.client.post(`/store/carts/${cart.id}/line-items`, {
        ...{ variant_id: few, quantity: 3, metadata: { engraving: "A" } },
      })
    )
    const guest = await newCart({ items: [[few, 2]] })
    const { body } = await signInWith(customer, guest.id)
    const lines = body.cart.items?.map(({ quantity, metadata }) => ({
      ...{ quantity, engraving: metadata?.engraving ?? null },
    }))
    expect(lines).toHaveLength(2)
    expect(lines).toEqual(
      expect.arrayContaining([
        { quantity: 2, engraving: null },
        { quantity: 2, engraving: "A" },
      ])
    )
  })

  // The attack on the shelf: two variants of one inventory item, each of which is promised all that lies there.
  it("with another variant of the same inventory item takes no more than the shelf holds", async () => {
    const admin = await adminClient()
    const single = await createProduct({ stock: 5 })
    const pair = await createProduct({ stock: 99 })
    await expectOk(
      admin.post(
        `/admin/products/${pair.id}/variants/${pair.variantId}/inventory-items`,
        {
          inventory_item_id: single.inventoryItemId,
          required_quantity: 2,
        }
      )
    )
    const { customer } = await customerWithCart({
      items: [[pair.variantId, 2]],
    })
    const guest = await newCart({ items: [[single.variantId, 3]] })
    const { body } = await signInWith(customer, guest.id)
    expect(unitsIn(body.cart)).toEqual({
      [single.variantId]: 3,
      [pair.variantId]: 1,
    })
    expect(body.left_out).toMatchObject([
      { variant_id: pair.variantId, quantity: 1, reason: "out_of_stock" },
    ])
  })

  it("leaves its fee behind, and a session for the former amount is gone", async () => {
    const { customer, cart } = await customerWithCart({
      items: [[rug, 1]],
      email: "fee@store.test",
    })
    await expectOk(choosePayment(cart.id, CASH, customer))
    const guest = await newCart({ items: [[lamp, 1]] })
    await expectOk(choosePayment(guest.id, SYSTEM_PAYMENT))
    const { body } = await signInWith(customer, guest.id)
    expect(feesOf(body.cart)).toEqual([])
    expect(body.cart.payment_collection).toMatchObject({
      amount: body.cart.total,
      payment_sessions: [],
    })
    expect(body.cart.total).toBe(2 * PRICE)
  })

  it("whose money is given stays as it is, and moves when that came to nothing", async () => {
    const { customer, cart } = await customerWithCart({ items: [[rug, 1]] })
    await expectOk(choosePayment(cart.id, SYSTEM_PAYMENT, customer))
    await setSession(cart.id, "status = 'authorized'")
    const guest = await newCart({ items: [[lamp, 1]] })
    const first = await signInWith(customer, guest.id)
    expect(first.body.waiting).toEqual([
      { cart_id: cart.id, reason: "being_paid" },
    ])
    expect(unitsIn(first.body.cart)).toEqual({ [lamp]: 1 })
    const { body: kept } = await customer.client.get<{
      cart: HttpTypes.StoreCart
    }>(`/store/carts/${cart.id}`)
    expect(unitsIn(kept.cart)).toEqual({ [rug]: 1 })

    await setSession(cart.id, "status = 'canceled'")
    const second = await signInWith(customer, guest.id)
    expect(second.body.waiting).toEqual([])
    expect(unitsIn(second.body.cart)).toEqual({ [lamp]: 1, [rug]: 1 })
  })

  it.each(["older", "surviving"])(
    "waits while a shopper may be at the gateway with the %s one",
    async (which) => {
      const { customer, cart } = await customerWithCart({ items: [[rug, 1]] })
      const guest = await newCart({ items: [[lamp, 1]] })
      const paid = which === "older" ? cart.id : guest.id
      const payer = which === "older" ? customer : {}
      await expectOk(choosePayment(paid, SYSTEM_PAYMENT, payer))
      await setSession(paid, "provider_id = 'pp_gate_way', updated_at = now()")
      const { status, body } = await signInWith(customer, guest.id)
      expect(status).toBe(200)
      expect(body.waiting).toEqual([{ cart_id: cart.id, reason: "being_paid" }])
      expect(unitsIn(body.cart)).toEqual({ [lamp]: 1 })

      await setSession(paid, `provider_id = '${SYSTEM_PAYMENT}'`)
      const later = await signInWith(customer, guest.id)
      expect(unitsIn(later.body.cart)).toEqual({ [lamp]: 1, [rug]: 1 })
    }
  )
})

/** As if a gateway had told of it. */
const setSession = (cartId: string, change: string) =>
  query(
    databaseUrl(),
    `update payment_session set ${change} where payment_collection_id =
       (select payment_collection_id from cart_payment_collection where cart_id = $1)`,
    [cartId]
  )

describe("a server that died", () => {
  it("after the items moved: the next request for the cart makes prices and totals", async () => {
    const { customer, cart } = await customerWithCart({ items: [[lamp, 2]] })
    await query(
      databaseUrl(),
      `with stale as (update cart_line_item set unit_price = 1, raw_unit_price = '{"value": "1", "precision": 20}'
         where cart_id = $1)
       update customer_cart set refresh = '{"promo_codes": []}' where cart_id = $1`,
      [cart.id]
    )
    const collection = await expectOk(
      customer.client.post<{ payment_collection: { amount: number } }>(
        "/store/payment-collections",
        { cart_id: cart.id }
      )
    )
    expect(collection.payment_collection.amount).toBe(2 * PRICE)
    const rows = await query(
      databaseUrl(),
      "select refresh from customer_cart where cart_id = $1",
      [cart.id]
    )
    expect(rows).toEqual([{ refresh: null }])
  })

  it("before they moved: signing in again moves them, once", async () => {
    const { customer, cart } = await customerWithCart({ items: [[lamp, 2]] })
    const guest = await newCart({ items: [[lamp, 1]] })
    await query(
      databaseUrl(),
      "update customer_cart set state = 'waiting' where cart_id = $1",
      [cart.id]
    )
    await query(
      databaseUrl(),
      `insert into customer_cart (id, cart_id, customer_id, state) values ('cuscart_' || $1, $1, $2, 'active')`,
      [guest.id, customer.id]
    )
    const found = await myCart(customer)
    expect(found).toMatchObject({ id: guest.id, customer_id: customer.id })
    expect(unitsIn(found)).toEqual({ [lamp]: 3 })
    const again = await signInWith(customer, guest.id)
    expect(unitsIn(again.body.cart)).toEqual({ [lamp]: 3 })
  })
})

describe("a cart whose merge died, with a product that is no longer sold", () => {
  const collectionOf = (customer: Customer, cart_id: string) =>
    customer.client.post<{ payment_collection: { amount: number } }>(
      "/store/payment-collections",
      { cart_id }
    )

  async function stuckCart() {
    const admin = await adminClient()
    const draft = await createProduct({ stock: 9 })
    const made = await customerWithCart({
      items: [
        [lamp, 2],
        [draft.variantId, 1],
      ],
    })
    await query(
      databaseUrl(),
      `update customer_cart set refresh = '{"promo_codes": []}' where cart_id = $1`,
      [made.cart.id]
    )
    await expectOk(admin.delete(`/admin/products/${draft.id}`))
    return { ...made, draft }
  }

  it("is found, signed in with and seen, and nothing is bought with it until that product is out", async () => {
    const { customer, cart, draft } = await stuckCart()
    expect((await collectionOf(customer, cart.id)).status).toBe(400)
    expect((await myCart(customer)).id).toBe(cart.id)
    const signedIn = await signInWith(customer, cart.id)
    expect(signedIn.status).toBe(200)
    const path = `/store/carts/${cart.id}`
    expect((await customer.client.get(path)).status).toBe(200)
    // The attack: what clears a cart may pass, so something else says that it does.
    const dressed = await customer.client.post(`${path}/taxes?x=/clear`)
    expect(dressed.status).toBe(400)
    const removed = await customer.client.delete(
      `${path}/variants/${draft.variantId}`
    )
    expect(removed.status).toBe(200)
    const { payment_collection } = await expectOk(
      collectionOf(customer, cart.id)
    )
    expect(payment_collection.amount).toBe(2 * PRICE)
  })

  it("can be cleared, and is a cart like any other then", async () => {
    const { customer, cart } = await stuckCart()
    const path = `/store/carts/${cart.id}`
    expect((await customer.client.post(`${path}/clear`)).status).toBe(200)
    await expectOk(
      customer.client.post(`${path}/line-items`, {
        ...{ variant_id: rug, quantity: 1 },
      })
    )
    expect(unitsIn(await myCart(customer))).toEqual({ [rug]: 1 })
  })

  it("keeps what an older one holds waiting, not lost", async () => {
    const { customer, cart } = await stuckCart()
    const guest = await newCart({ items: [[rug, 1]] })
    const { status, body } = await signInWith(customer, guest.id)
    expect(status).toBe(200)
    expect(body.waiting).toEqual([{ cart_id: cart.id, reason: "failed" }])
    expect(unitsIn(body.cart)).toEqual({ [rug]: 1 })
  })
})

describe("a guest's cart that is settled", () => {
  it("is not taken over: whether bought or being paid", async () => {
    const customer = await freshCustomer()
    const guest = await newCart({ items: [[lamp, 1]] })
    await expectOk(choosePayment(guest.id, SYSTEM_PAYMENT))
    await setSession(guest.id, "status = 'authorized'")
    const paying = await signInWith(customer, guest.id)
    expect(paying.status).toBe(400)
    expect(paying.body.message).toContain("cart_id")
    await query(
      databaseUrl(),
      "update cart set completed_at = now() where id = $1",
      [guest.id]
    )
    const bought = await signInWith(customer, guest.id)
    expect(bought.status).toBe(400)
    expect(bought.body.message).toContain("cart_id")
    const seen = await storeClient().get(`/store/carts/${guest.id}`)
    expect(seen.status).toBe(200)
  })
})
