import { randomUUID } from "node:crypto"
import type {
  AdminCreateDigitalFileResponse,
  AdminDigitalFile,
  AdminDigitalGrant,
  AdminDigitalGrantsResponse,
  AdminDigitalProduct,
  AdminDigitalProductResponse,
  AdminDigitalProductsResponse,
  DigitalFileKind,
} from "../../src/types/digital-products"
import { completeCart, SYSTEM_PAYMENT } from "./carts"
import { orderById } from "./cash-on-delivery"
import { adminClient, type Customer, freshCustomer } from "./clients"
import { baseUrl } from "./environment"
import { expectOk } from "./http"
import { createProduct, type TestProduct } from "./products"
import { regionOf, storefront } from "./storefront"
import { waitFor } from "./wait-for"

type At = { url?: string }

const PATH = "/admin/digital-products"

/** What a spec sells: a PDF as far as its beginning goes. */
export const contentOf = (name: string) =>
  Buffer.from(`%PDF-1.7\n${name}\n${"0123456789".repeat(200)}`)

type NewFile = {
  filename?: string
  kind?: DigitalFileKind
  content?: Buffer
  content_type?: string
  replaces?: string
}

/** Uploads a file as the admin does, and waits until it was looked at. @returns it with what it was sent by */
export async function uploadFile(
  { id }: { id: string },
  {
    filename = "pattern.pdf",
    kind = "main",
    content = contentOf(filename),
    content_type = "application/pdf",
    replaces,
  }: NewFile = {},
  { url = baseUrl() }: At = {}
): Promise<AdminDigitalFile & Pick<AdminCreateDigitalFileResponse, "upload">> {
  const admin = await adminClient({ url })
  const { file, upload } = await expectOk(
    admin.post<AdminCreateDigitalFileResponse>(`${PATH}/${id}/files`, {
      ...{ filename, kind, content_type, size: content.length, replaces },
    })
  )
  const sent = await fetch(
    upload.is_external ? upload.url : `${url}${upload.url}`,
    {
      method: upload.method,
      body: new Uint8Array(content),
      headers: {
        ...(upload.is_external ? {} : admin.headers),
        ...upload.headers,
      },
    }
  )
  if (!sent.ok) {
    throw new Error(`The upload answered ${sent.status}: ${await sent.text()}`)
  }
  await expectOk(admin.post(`${PATH}/${id}/files/${file.id}/check`))
  const checked = await waitFor(
    async () => {
      const { digital_products: products } = await expectOk(
        admin.get<AdminDigitalProductsResponse>(`${PATH}?product_id=${id}`)
      )
      return products[0]?.files.find(
        ({ id, status }) => id === file.id && status !== "checking"
      )
    },
    { what: "the file to be looked at", timeoutMs: 30_000 }
  )
  return { ...checked, upload }
}

export type DigitalTestProduct = TestProduct & {
  digital: AdminDigitalProduct
  file: Awaited<ReturnType<typeof uploadFile>>
}

type Terms = Partial<
  Pick<
    AdminDigitalProduct,
    | "download_limit"
    | "access_days"
    | "key_mode"
    | "licence_type"
    | "low_pool_threshold"
  >
>

/** A product sold as one file. */
export async function digitalProduct(
  terms: Terms = {},
  { url, rupees = 499 }: At & { rupees?: number } = {}
): Promise<DigitalTestProduct> {
  const admin = await adminClient({ url })
  const product = await createProduct({ stock: 500, rupees, url })
  const { digital_product: digital } = await expectOk(
    admin.post<AdminDigitalProductResponse>(PATH, {
      variant_id: product.variantId,
      ...terms,
    })
  )
  return { ...product, digital, file: await uploadFile(digital, {}, { url }) }
}

export type DigitalOrder = {
  id: string
  email: string
  customer?: Customer
  paymentId: string
  lines: { id: string; variant_id: string | null }[]
}

type Bought = { variantId: string; quantity?: number }

type Buying = At & {
  /** @default a guest */
  customer?: Customer
  /** The publishable key of another sales channel. */
  channelKey?: string
}

/** An order without any address and shipping method, which nobody has captured yet. */
export async function placeDigitalOrder(
  items: Bought[],
  { url, customer, channelKey }: Buying = {}
): Promise<DigitalOrder> {
  const sdk = storefront({ url, key: channelKey })
  if (customer) {
    await sdk.auth.login("customer", "emailpass", customer)
  }
  const email = customer?.email ?? `reader-${randomUUID()}@store.test`
  const { id: region_id } = await regionOf(sdk, "in")
  const { cart } = await sdk.store.cart.create({
    region_id,
    email,
    items: items.map(({ variantId, quantity = 1 }) => ({
      variant_id: variantId,
      quantity,
    })),
  })
  await sdk.store.payment.initiatePaymentSession(cart, {
    provider_id: SYSTEM_PAYMENT,
  })
  const { id } = await completeCart(sdk, cart.id)
  return { ...(await paymentOf(id, { url })), email, customer }
}

/** What is to be captured of a placed order, and for what. */
export async function paymentOf(
  id: string,
  { url }: At = {}
): Promise<Pick<DigitalOrder, "id" | "paymentId" | "lines">> {
  const admin = await adminClient({ url })
  const { order } = await expectOk(
    admin.get<{
      order: {
        items: { id: string; variant_id: string | null }[]
        payment_collections: { payments: { id: string }[] }[]
      }
    }>(`/admin/orders/${id}?fields=id,*items,*payment_collections.payments`)
  )
  const paymentId = order.payment_collections[0]?.payments[0]?.id ?? ""
  return { id, paymentId, lines: order.items }
}

export const captureOrder = async (
  { paymentId }: { paymentId: string },
  { url }: At = {}
) =>
  expectOk(
    (await adminClient({ url })).post(`/admin/payments/${paymentId}/capture`)
  )

export const refundOrder = async (
  { paymentId }: { paymentId: string },
  amount: number,
  { url }: At = {}
) =>
  expectOk(
    (await adminClient({ url })).post(`/admin/payments/${paymentId}/refund`, {
      amount,
    })
  )

export async function grantsOf(
  orderId: string,
  { url }: At = {}
): Promise<AdminDigitalGrant[]> {
  const { grants } = await expectOk(
    (await adminClient({ url })).get<AdminDigitalGrantsResponse>(
      `${PATH}/grants?order_id=${orderId}&limit=100`
    )
  )
  return grants.sort((one, other) => one.unit - other.unit)
}

/** Waits until the grants of an order are in these states, in the order of their units. */
export const untilStates = (orderId: string, states: string[], at: At = {}) =>
  waitFor(
    async () => {
      const grants = await grantsOf(orderId, at)
      const found = grants.map(({ state }) => state).join()
      return found === states.join() ? grants : undefined
    },
    { what: `the grants ${states.join()} of ${orderId}`, timeoutMs: 60_000 }
  )

/** Waits until the digital lines of an order are fulfilled. */
export const untilFulfilled = (
  orderId: string,
  { url }: At = {},
  status: "fulfilled" | "partially_fulfilled" = "fulfilled"
) =>
  waitFor(
    async () => {
      const order = await orderById(orderId, { url })
      return order.fulfillment_status === status ? order : undefined
    },
    { what: `the order ${orderId} to be ${status}`, timeoutMs: 60_000 }
  )

/** An order that is paid and granted. */
export async function paidDigitalOrder(
  items: Bought[],
  { url, ...buying }: Buying = {}
): Promise<DigitalOrder & { grants: AdminDigitalGrant[] }> {
  const order = await placeDigitalOrder(items, { url, ...buying })
  await captureOrder(order, { url })
  const count = items.reduce((sum, { quantity = 1 }) => sum + quantity, 0)
  const grants = await waitFor(
    async () => {
      const found = await grantsOf(order.id, { url })
      return found.length === count ? found : undefined
    },
    { what: `${count} grants of ${order.id}`, timeoutMs: 60_000 }
  )
  return { ...order, grants }
}

/** A customer with an order that is paid and granted. */
export async function customerWhoBought(
  items: Bought[],
  { customer, ...at }: At & { customer?: Customer } = {}
) {
  const owner = customer ?? (await freshCustomer(at))
  const order = await paidDigitalOrder(items, { ...at, customer: owner })
  return { customer: owner, order }
}
