import { randomUUID } from "node:crypto"
import type Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import type { StoreCashOnDelivery } from "../../src/types/cash-on-delivery"
import { CASH_ON_DELIVERY_PROVIDER as CASH } from "../../src/utils/cash-on-delivery"
import { type cartReadyToPay, completeCart, type ReadyCart } from "./carts"
import { adminClient, storeClient } from "./clients"
import { query } from "./database"
import { baseUrl, databaseUrl } from "./environment"
import { expectOk, type HttpClient, type Reply } from "./http"
import { createProduct } from "./products"
import { addressIn, regionOf, storefront } from "./storefront"

export { CASH }

/** With the token of a customer where the cart is one's. */
type At = { url?: string; token?: string }

/** The same shopper, over plain HTTP. */
const asShopper = async (sdk: Medusa, { url }: At): Promise<At> => ({
  ...{ url, token: (await sdk.client.getToken()) ?? undefined },
})

/** What the tests' servers take for it: see `storeEnvironment`. */
export const FEE = 49

type Options = Parameters<typeof cartReadyToPay>[0]

/** The payment collection of a cart. */
export async function collectionOf(
  cartId: string,
  at: At = {}
): Promise<string> {
  const { payment_collection } = await expectOk(
    storeClient(at).post<{ payment_collection: { id: string } }>(
      "/store/payment-collections",
      { cart_id: cartId }
    )
  )
  return payment_collection.id
}

type Chosen = Reply<{
  payment_collection?: HttpTypes.StorePaymentCollection
  message?: string
}>

/** A shopper chooses how to pay. */
export async function choosePayment(
  cartId: string,
  provider: string,
  at: At = {}
): Promise<Chosen> {
  const collection = await collectionOf(cartId, at)
  return storeClient(at).post(
    `/store/payment-collections/${collection}/payment-sessions`,
    { provider_id: provider }
  )
}

export async function cartById(
  cartId: string,
  at: At = {}
): Promise<HttpTypes.StoreCart> {
  const { cart } = await expectOk(
    storeClient(at).get<{ cart: HttpTypes.StoreCart }>(
      `/store/carts/${cartId}?fields=%2Bpayment_collection.amount,*payment_collection.payment_sessions`
    )
  )
  return cart
}

type Line = { id: string; variant_id?: string | null }

/** The lines that are no product. */
export const feesOf = <Item extends Line>(holder: {
  items?: Item[] | null
}): Item[] => (holder.items ?? []).filter((item) => !item.variant_id)

const shared = new Map<string, Promise<string>>()

/** One product for all carts of a file that do not care: making one takes longer than a cart. */
function sharedVariant({ url = baseUrl() }: At): Promise<string> {
  const known =
    shared.get(url) ??
    createProduct({ stock: 500, url }).then(({ variantId }) => variantId)
  shared.set(url, known)
  return known
}

/** A cart in India that only waits for the choice of a payment. */
export async function cartBeforePayment({
  variantId,
  quantity = 1,
  email = `guest-${randomUUID()}@store.test`,
  url,
  sdk = storefront({ url }),
}: Options = {}): Promise<ReadyCart> {
  const variant_id = variantId ?? (await sharedVariant({ url }))
  const { id: region_id } = await regionOf(sdk, "in")
  const address = addressIn("in")
  const { cart } = await sdk.store.cart.create({
    region_id,
    email,
    shipping_address: address,
    billing_address: address,
    items: [{ variant_id, quantity }],
  })
  const { shipping_options: options } =
    await sdk.store.fulfillment.listCartOptions({ cart_id: cart.id })
  const [cheapest] = options.sort((a, b) => a.amount - b.amount)
  const ready = await sdk.store.cart.addShippingMethod(cart.id, {
    option_id: cheapest?.id ?? "",
  })
  return { sdk, cart: ready.cart }
}

/** A cart whose shopper chose cash on delivery. */
export async function cashCart(options: Options = {}): Promise<ReadyCart> {
  const { sdk, cart } = await cartBeforePayment(options)
  const at = await asShopper(sdk, options)
  await expectOk(choosePayment(cart.id, CASH, at))
  return { sdk, cart: await cartById(cart.id, at) }
}

/** An order that waits for its cash. */
export async function cashOrder(
  options: Options = {}
): Promise<HttpTypes.StoreOrder> {
  const { sdk, cart } = await cartBeforePayment(options)
  const at = await asShopper(sdk, options)
  await expectOk(choosePayment(cart.id, CASH, at))
  return completeCart(sdk, cart.id)
}

export async function offerFor(
  cartId: string,
  at: At = {}
): Promise<StoreCashOnDelivery> {
  const { cash_on_delivery: offer } = await expectOk(
    storeClient(at).get<{ cash_on_delivery: StoreCashOnDelivery }>(
      `/store/cash-on-delivery?cart_id=${cartId}`
    )
  )
  return offer
}

const ORDER_FIELDS = [
  "id",
  "status",
  "total",
  "payment_status",
  "fulfillment_status",
  "*items",
  "*items.detail",
  "*fulfillments",
  "*fulfillments.items",
  "*payment_collections.payments",
  "*payment_collections.payments.captures",
  "*payment_collections.payment_sessions",
].join(",")

export async function orderById(
  id: string,
  at: At = {}
): Promise<HttpTypes.AdminOrder> {
  const admin = await adminClient(at)
  const { order } = await expectOk(
    admin.get<{ order: HttpTypes.AdminOrder }>(
      `/admin/orders/${id}?fields=${ORDER_FIELDS}`
    )
  )
  return order
}

export const collect = (admin: HttpClient, orderId: string) =>
  admin.post<{ collected?: string[]; message?: string }>(
    `/admin/cash-on-delivery/${orderId}/collect`
  )

export type CashBooks = {
  sessions: string[]
  payments: number
  captured: number
  booked: number
  total: number
}

/** What the database says of an order's money. */
export async function cashBooks(
  orderId: string,
  database = databaseUrl()
): Promise<CashBooks | undefined> {
  const [books] = await query<CashBooks>(
    database,
    `select
      (select array_agg(session.status::text) from payment_session session
        where session.payment_collection_id = link.payment_collection_id and session.deleted_at is null) as sessions,
      (select count(*)::int from payment
        where payment.payment_collection_id = link.payment_collection_id and payment.deleted_at is null) as payments,
      (select coalesce(sum(capture.amount), 0)::float from payment join capture on capture.payment_id = payment.id
        where payment.payment_collection_id = link.payment_collection_id
          and capture.deleted_at is null and payment.captured_at is not null) as captured,
      (select coalesce(sum(amount), 0)::float from order_transaction
        where order_id = link.order_id and deleted_at is null) as booked,
      (select (totals->>'current_order_total')::float from order_summary
        where order_id = link.order_id and deleted_at is null order by version desc limit 1) as total
    from order_payment_collection link where link.order_id = $1 and link.deleted_at is null`,
    [orderId]
  )
  return books
}

/** Lets exactly these providers be chosen in a country's region. */
export async function offerProviders(
  country: string,
  providers: string[],
  { url }: At = {}
): Promise<void> {
  const admin = await adminClient({ url })
  const region = await regionOf(storefront({ url }), country)
  await expectOk(
    admin.post(`/admin/regions/${region.id}`, { payment_providers: providers })
  )
}
