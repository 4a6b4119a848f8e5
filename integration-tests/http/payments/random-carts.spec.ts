import { randomInt, randomUUID } from "node:crypto"
import type { HttpTypes } from "@medusajs/types"
import { completeCart } from "../../helpers/carts"
import { adminClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { isFull } from "../../helpers/environment"
import {
  type BegunPayment,
  type GatewayUnderTest,
  razorpayUnderTest,
  stripeUnderTest,
} from "../../helpers/gateways"
import { expectOk, type HttpClient } from "../../helpers/http"
import { type Server, startServer } from "../../helpers/server"
import { addressIn, storefront } from "../../helpers/storefront"
import {
  createDiscounts,
  createRandomGoods,
  type Market,
  MARKETS,
  openMarkets,
} from "./markets"

const CARTS = isFull() ? 1000 : 30
const GOODS = 12

let gateways: GatewayUnderTest[]
let server: Server
let admin: HttpClient
let regions: Record<string, string>
let variants: string[]
let discounts: Record<string, string[]>

beforeAll(async () => {
  gateways = [await stripeUnderTest(), await razorpayUnderTest()]
  const environments = gateways.map(({ environment }) => environment())
  const env = Object.assign({}, ...environments) as Record<string, string>
  server = await startServer({ name: "random-carts", env })
  admin = await adminClient(server)
  const providers = gateways.map(({ providerId }) => providerId)
  regions = await openMarkets(admin, providers)
  variants = await createRandomGoods(admin, GOODS)
  discounts = await createDiscounts(admin)
}, 240_000)

afterAll(async () => {
  await server?.stop()
  await Promise.all((gateways ?? []).map((gateway) => gateway.stop()))
})

const pick = <Item>(items: Item[]): Item => items[randomInt(items.length)]!

/** An exact sum in minor units, as gateways count; the database's digits never pass through a float. */
function minor(digits: string, { decimals }: Market): number {
  const [whole = "0", rest = ""] = digits.split(".")
  const kept = Number(whole + rest.padEnd(decimals, "0").slice(0, decimals))
  const half = Number(rest[decimals] ?? 0) >= 5 ? 1 : 0
  return kept + half
}

/** A cart of random goods, with or without a discount. */
async function fillCart({ currency, country }: Market) {
  const sdk = storefront(server)
  const items = Array.from({ length: randomInt(1, 5) }, () => ({
    variant_id: pick(variants),
    quantity: randomInt(1, 8),
  }))
  const { cart } = await sdk.store.cart.create({
    region_id: regions[currency],
    items,
  })
  const address = addressIn(country)
  await sdk.store.cart.update(cart.id, {
    email: `random-${randomUUID()}@store.test`,
    shipping_address: address,
    billing_address: address,
    promo_codes: pick([[], [pick(discounts[currency]!)]]),
  })
  return { sdk, cart: (await sdk.store.cart.retrieve(cart.id)).cart }
}

/** Bought, paid at the gateway, captured by the admin. */
async function buy(market: Market, gateway: GatewayUnderTest) {
  const { sdk, cart } = await fillCart(market)
  const { payment_collection } = await sdk.store.payment.initiatePaymentSession(
    cart,
    { provider_id: gateway.providerId }
  )
  const session = payment_collection.payment_sessions?.[0]
  const begun: BegunPayment = {
    ...{ cartId: cart.id, sessionId: session?.id ?? "", email: "" },
    gatewayPaymentId: String(session?.data.id),
  }
  gateway.pay(begun)
  const order = await completeCart(sdk, cart.id)
  const [payment] = await query<{ id: string }>(
    server.databaseUrl,
    "select id from payment where payment_session_id = $1",
    [begun.sessionId]
  )
  const path = `/admin/payments/${payment?.id}`
  await expectOk(admin.post(`${path}/capture`))
  return { order, path, begun }
}

/** Some of it goes back, in parts of whole minor units, one major unit or more: Razorpay's least. @returns the parts */
async function refundParts(
  path: string,
  { total }: HttpTypes.StoreOrder,
  { decimals, step }: Market
) {
  const scale = 10 ** decimals / step
  let left = Math.floor(total * scale)
  const parts: number[] = []
  for (let count = randomInt(0, 4); count > 0 && left > scale; count--) {
    const units = randomInt(scale, left)
    await expectOk(admin.post(`${path}/refund`, { amount: units / scale }))
    parts.push(units * step)
    left -= units
  }
  return parts
}

type Books = { total: string; captured: string; refunded: string; paid: string }

/** Medusa's own rows, digit by digit. */
async function medusaBooks(orderId: string, sessionId: string): Promise<Books> {
  const [books] = await query<Books>(
    server.databaseUrl,
    `select
       (select totals->'raw_current_order_total'->>'value' from order_summary
         where order_id = $1 and deleted_at is null order by version desc limit 1) as total,
       (select coalesce(sum((raw_amount->>'value')::numeric), 0)::text from capture
         where payment_id = p.id and deleted_at is null) as captured,
       (select coalesce(sum((raw_amount->>'value')::numeric), 0)::text from refund
         where payment_id = p.id and deleted_at is null) as refunded,
       (select coalesce(sum((raw_amount->>'value')::numeric), 0)::text from order_transaction
         where order_id = $1 and deleted_at is null) as paid
     from payment p where p.payment_session_id = $2`,
    [orderId, sessionId]
  )
  return books as Books
}

describe("random carts", () => {
  it(
    `cost, are paid and go back the same to the minor unit in every book (${CARTS} carts)`,
    async () => {
      const seen = new Map<string, number>()
      for (let number = 0; number < CARTS; number++) {
        const market = MARKETS[number % MARKETS.length]!
        const gateway = pick(gateways)
        const { order, path, begun } = await buy(market, gateway)
        const bought = await medusaBooks(order.id, begun.sessionId)
        const parts = await refundParts(path, order, market)
        const given = parts.reduce((sum, part) => sum + part, 0)

        const books = await medusaBooks(order.id, begun.sessionId)
        const units = gateway.minorUnits(begun.gatewayPaymentId)
        const of = (digits: string) => minor(digits, market)
        const off = Math.abs(units.captured - of(bought.total))
        expect({ isOff: off >= market.step, order, units, books }).toEqual({
          ...{ isOff: false, order, units, books },
        })
        expect(units.refunded).toBe(given)
        expect([of(books.captured), of(books.refunded)]).toEqual([
          of(bought.total),
          given,
        ])
        expect(of(books.paid)).toBe(of(bought.total) - given)
        const key = `${gateway.name} ${market.currency}`
        seen.set(key, (seen.get(key) ?? 0) + 1)
      }
      console.log(Object.fromEntries(seen))
    },
    CARTS * 6_000
  )
})
