import { randomUUID } from "node:crypto"
import type { HttpTypes } from "@medusajs/types"
import { completeCart, SYSTEM_PAYMENT } from "../../helpers/carts"
import {
  CASH,
  cartBeforePayment,
  cartById,
  cashCart,
  cashOrder,
  choosePayment,
  collectionOf,
  FEE,
  feesOf,
  offerFor,
  offerProviders,
} from "../../helpers/cash-on-delivery"
import { adminClient, storeClient } from "../../helpers/clients"
import { expectOk } from "../../helpers/http"
import { createProduct } from "../../helpers/products"
import { regionOf, storefront } from "../../helpers/storefront"

// Choices and changes of carts take their time on a busy machine.
jest.setTimeout(180_000)

const PRICE = 1499
const DELIVERY = 79

const sessionsOf = (cart: HttpTypes.StoreCart) =>
  cart.payment_collection?.payment_sessions ?? []

/** Everything that has to agree when a shopper is about to pay. */
function agreement(cart: HttpTypes.StoreCart) {
  const [session, ...more] = sessionsOf(cart)
  return {
    fees: feesOf(cart).length,
    total: cart.total,
    collection: cart.payment_collection?.amount,
    session: session?.amount,
    provider: session?.provider_id,
    more: more.length,
  }
}

const withFee = (total: number) => ({
  fees: 1,
  total,
  collection: total,
  session: total,
  provider: CASH,
  more: 0,
})

const withoutFee = (total: number) => ({
  ...withFee(total),
  fees: 0,
  provider: SYSTEM_PAYMENT,
})

async function percentOff(percent: number): Promise<string> {
  const code = `SPEC${randomUUID().slice(0, 8).toUpperCase()}`
  const admin = await adminClient()
  await expectOk(
    admin.post("/admin/promotions", {
      code,
      type: "standard",
      status: "active",
      application_method: {
        type: "percentage",
        target_type: "order",
        value: percent,
        currency_code: "inr",
      },
    })
  )
  return code
}

describe("a shopper who chooses cash on delivery", () => {
  it("is told beforehand whether it is possible and what it costs", async () => {
    const { cart } = await cartBeforePayment()
    expect(await offerFor(cart.id)).toEqual({
      provider_id: CASH,
      is_allowed: true,
      reasons: [],
      fee: { amount: "49", is_tax_inclusive: true },
      minimum: "100",
      maximum: "20000",
      currency_code: "inr",
    })
  })

  it("pays the fee, with its tax, in a total that everything agrees with", async () => {
    const { cart } = await cashCart()
    expect(agreement(cart)).toEqual(withFee(PRICE + DELIVERY + FEE))
    const [fee] = feesOf(cart)
    expect(fee).toMatchObject({
      title: "Cash on delivery fee",
      quantity: 1,
      unit_price: FEE,
      product_id: null,
      requires_shipping: false,
      is_tax_inclusive: true,
      metadata: { commerce_suite_fee: "cash-on-delivery" },
    })
    expect(fee?.tax_lines).toMatchObject([{ code: "gst-18", rate: 18 }])
    const [session] = sessionsOf(cart)
    expect(session).toMatchObject({ status: "pending" })
    expect(session?.data).toEqual({
      session_id: session?.id,
      amount: "1627.00",
      currency_code: "inr",
      state: "pending",
    })
  })

  it("pays it once, however often the choice is repeated, and no longer after another one", async () => {
    const { cart } = await cashCart()
    await expectOk(choosePayment(cart.id, CASH))
    expect(agreement(await cartById(cart.id))).toEqual(
      withFee(PRICE + DELIVERY + FEE)
    )
    await expectOk(choosePayment(cart.id, SYSTEM_PAYMENT))
    expect(agreement(await cartById(cart.id))).toEqual(
      withoutFee(PRICE + DELIVERY)
    )
    await expectOk(choosePayment(cart.id, CASH))
    expect(agreement(await cartById(cart.id))).toEqual(
      withFee(PRICE + DELIVERY + FEE)
    )
  })

  it("loses the choice and with it the fee when the cart changes, in the very answer", async () => {
    const { cart } = await cashCart()
    const [line] = cart.items?.filter((item) => item.variant_id) ?? []
    const changed = await expectOk(
      storeClient().post<{ cart: HttpTypes.StoreCart }>(
        `/store/carts/${cart.id}/line-items/${line?.id}`,
        { quantity: 2 }
      )
    )
    expect(feesOf(changed.cart)).toEqual([])
    expect(changed.cart.total).toBe(2 * PRICE + DELIVERY)
    expect(sessionsOf(await cartById(cart.id))).toEqual([])

    await expectOk(choosePayment(cart.id, CASH))
    expect(agreement(await cartById(cart.id))).toEqual(
      withFee(2 * PRICE + DELIVERY + FEE)
    )
    const removed = await expectOk(
      storeClient().delete<{ parent: HttpTypes.StoreCart }>(
        `/store/carts/${cart.id}/line-items/${line?.id}`
      )
    )
    expect(removed.parent.items).toEqual([])
  })

  it("keeps it when only the e-mail address changes", async () => {
    const { cart } = await cashCart()
    await expectOk(
      storeClient().post(`/store/carts/${cart.id}`, {
        email: `other-${randomUUID()}@store.test`,
      })
    )
    expect(agreement(await cartById(cart.id))).toEqual(
      withFee(PRICE + DELIVERY + FEE)
    )
  })

  it("pays no rupees in another country's currency", async () => {
    const { cart } = await cashCart()
    const region = await regionOf(storefront(), "us")
    const moved = await expectOk(
      storeClient().post<{ cart: HttpTypes.StoreCart }>(
        `/store/carts/${cart.id}`,
        { region_id: region.id }
      )
    )
    expect(moved.cart.currency_code).toBe("usd")
    expect(feesOf(moved.cart)).toEqual([])
    const { status, body } = await choosePayment(cart.id, CASH)
    expect({ status, message: body.message }).toEqual({
      status: 400,
      message:
        "Cash on delivery is not possible: it is not offered in this region",
    })
  })

  it("gets the discount on the products and not on the fee", async () => {
    const { cart } = await cashCart()
    const code = await percentOff(10)
    const { cart: discounted } = await expectOk(
      storeClient().post<{ cart: HttpTypes.StoreCart }>(
        `/store/carts/${cart.id}/promotions`,
        { promo_codes: [code] }
      )
    )
    expect(discounted.discount_total).toBeCloseTo(PRICE / 10, 2)
    await expectOk(choosePayment(cart.id, CASH))
    const chosen = await cartById(cart.id)
    expect(chosen.discount_total).toBeCloseTo(PRICE / 10, 2)
    expect(chosen.total).toBeCloseTo(PRICE * 0.9 + DELIVERY + FEE, 2)
    expect(feesOf(chosen)[0]?.adjustments ?? []).toEqual([])
    expect(chosen.payment_collection?.amount).toBeCloseTo(chosen.total, 6)
  })

  it("is refused below the minimum and above the maximum, which the fee does not count for", async () => {
    const cheap = await createProduct({ stock: 9, rupees: 20.5 })
    const { cart: small } = await cartBeforePayment({
      variantId: cheap.variantId,
    })
    const refusal = await choosePayment(small.id, CASH)
    expect(refusal.status).toBe(400)
    expect(refusal.body.message).toBe(
      "Cash on delivery is not possible: the cart must be worth at least 100 INR"
    )
    const exact = await createProduct({ stock: 9, rupees: 19_921 })
    const { cart: full } = await cartBeforePayment({
      variantId: exact.variantId,
    })
    await expectOk(choosePayment(full.id, CASH))
    expect((await cartById(full.id)).total).toBe(20_049)

    const dear = await createProduct({ stock: 9, rupees: 19_921.01 })
    const { cart: large } = await cartBeforePayment({
      variantId: dear.variantId,
    })
    expect(await offerFor(large.id)).toMatchObject({
      is_allowed: false,
      reasons: [
        {
          code: "above_maximum",
          message: "the cart must be worth at most 20000 INR",
        },
      ],
    })
  })

  it("loses the fee of an earlier choice when it is refused now", async () => {
    const { cart } = await cashCart({ quantity: 2 })
    await offerProviders("in", [SYSTEM_PAYMENT])
    try {
      expect((await choosePayment(cart.id, CASH)).status).toBe(400)
    } finally {
      await offerProviders("in", [SYSTEM_PAYMENT, CASH])
    }
    const after = await cartById(cart.id)
    expect(feesOf(after)).toEqual([])
    expect(after.payment_collection?.amount).toBe(after.total)
  })

  it("pays it never twice and never with another method, when choices race", async () => {
    const { cart } = await cartBeforePayment()
    // Medusa answers 500 when two make a cart's collection at once.
    await collectionOf(cart.id)
    for (let round = 0; round < 3; round++) {
      const choices = [CASH, SYSTEM_PAYMENT, CASH, SYSTEM_PAYMENT]
      const replies = await Promise.all(
        choices.map((provider) => choosePayment(cart.id, provider))
      )
      expect(replies.every(({ status }) => status < 500)).toBe(true)
      const after = await cartById(cart.id)
      const chosen = sessionsOf(after)[0]?.provider_id
      expect(agreement(after)).toEqual(
        chosen === CASH
          ? withFee(PRICE + DELIVERY + FEE)
          : withoutFee(PRICE + DELIVERY)
      )
    }
  })

  it("never completes a cart whose total and payment differ, when it changes while the choice is made", async () => {
    const { cart } = await cartBeforePayment()
    // Medusa answers 500 when two make a cart's collection at once.
    await collectionOf(cart.id)
    const line = cart.items?.[0]?.id
    for (let round = 0; round < 3; round++) {
      await Promise.all([
        choosePayment(cart.id, CASH),
        storeClient().post(`/store/carts/${cart.id}/line-items/${line}`, {
          quantity: 1 + (round % 2),
        }),
        choosePayment(cart.id, CASH),
      ])
      const after = await cartById(cart.id)
      const [session] = sessionsOf(after)
      const isCash = session?.provider_id === CASH
      expect(feesOf(after)).toHaveLength(isCash ? 1 : 0)
      expect(session?.amount ?? after.total).toBe(after.total)
    }
  })
})

describe("the fee against a shopper who would rather not pay it", () => {
  // The attack: deleting or changing the line, also under another cart's id.
  it("can be neither deleted nor changed", async () => {
    const { cart } = await cashCart()
    const { cart: other } = await cartBeforePayment()
    const line = feesOf(cart)[0]?.id
    const store = storeClient()
    for (const cartId of [cart.id, other.id]) {
      const path = `/store/carts/${cartId}/line-items/${line}`
      const replies = [
        await store.delete(path),
        await store.post(path, { quantity: 0 }),
        await store.post(path, { quantity: 5 }),
        await store.post(path, { quantity: 1, metadata: {} }),
      ]
      expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 400])
    }
    expect(agreement(await cartById(cart.id))).toEqual(
      withFee(PRICE + DELIVERY + FEE)
    )
  })

  // The attack: naming a price, or passing a product off as the fee so that the store deletes it.
  it("takes no price and no mark from a request", async () => {
    const { variantId } = await createProduct({ stock: 5 })
    const { cart } = await cashCart()
    const path = `/store/carts/${cart.id}/line-items`
    const store = storeClient()
    const forged = { variant_id: variantId, quantity: 1, unit_price: 0 }
    expect((await store.post(path, forged)).status).toBe(400)
    const bare = { title: "Cash on delivery fee", quantity: 1, unit_price: -49 }
    expect((await store.post(path, bare)).status).toBe(400)
    await expectOk(
      store.post(path, {
        variant_id: variantId,
        quantity: 1,
        metadata: { commerce_suite_fee: "cash-on-delivery" },
      })
    )
    await expectOk(choosePayment(cart.id, SYSTEM_PAYMENT))
    expect((await cartById(cart.id)).items).toHaveLength(2)
  })

  // The attack: an amount or a state of the shopper's own in the session's data.
  it("does not believe a session's data", async () => {
    const { cart } = await cartBeforePayment()
    const { payment_collection } = await expectOk(
      storeClient().post<{
        payment_collection: HttpTypes.StorePaymentCollection
      }>(
        `/store/payment-collections/${await collectionOf(cart.id)}/payment-sessions`,
        {
          provider_id: CASH,
          data: {
            amount: "0.01",
            state: "captured",
            session_id: "payses_other",
          },
        }
      )
    )
    expect(payment_collection.payment_sessions?.[0]).toMatchObject({
      status: "pending",
      amount: PRICE + DELIVERY + FEE,
      data: { amount: "1627.00", state: "pending" },
    })
  })

  // The attack: a new session after the order takes away the one that its cash is collected with.
  it("cannot be left without its payment once the order is placed", async () => {
    const { sdk, cart } = await cashCart()
    const order = await completeCart(sdk, cart.id)
    for (const provider of [SYSTEM_PAYMENT, CASH]) {
      const { status, body } = await choosePayment(cart.id, provider)
      expect({ status, message: body.message }).toEqual({
        status: 400,
        message: "The order is placed; how it is paid can no longer be chosen",
      })
    }
    expect(order.total).toBe(PRICE + DELIVERY + FEE)
  })

  it.each([
    ["?cart_id=cart_nobodys", 404],
    ["", 400],
    ["?cart_id=", 400],
    ["?cart_id=a'b", 400],
    ["?cart_id=cart_1&x=1", 400],
  ])("answers %s with %d", async (search, status) => {
    const reply = await storeClient().get(`/store/cash-on-delivery${search}`)
    expect(reply.status).toBe(status)
  })

  it.each([{ provider_id: 7 }, { provider_id: null }, {}, { provider_id: {} }])(
    "answers a choice of %j with 400",
    async (body) => {
      const { cart } = await cartBeforePayment()
      const reply = await storeClient().post(
        `/store/payment-collections/${await collectionOf(cart.id)}/payment-sessions`,
        body
      )
      expect(reply.status).toBe(400)
    }
  )

  it("is no payment for anything but a cart", async () => {
    const { status } = await storeClient().post(
      "/store/payment-collections/pay_col_nobodys/payment-sessions",
      { provider_id: CASH }
    )
    expect(status).toBe(400)
  })

  // The attack: sending the fee back for a refund.
  it("cannot be returned", async () => {
    const order = await cashOrder()
    const [fee] = feesOf(order)
    const { status, body } = await storeClient().post("/store/returns", {
      order_id: order.id,
      items: [{ id: fee?.id, quantity: 1 }],
      return_shipping: { option_id: "so_1" },
    })
    expect({ status, message: body.message }).toEqual({
      status: 400,
      message: "items: the cash on delivery fee cannot be returned",
    })
  })
})
