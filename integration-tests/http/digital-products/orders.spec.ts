import { setTimeout as sleep } from "node:timers/promises"
import { completeCart, prepareForPayment } from "../../helpers/carts"
import type { AdminMessageResponse } from "../../../src/types/messages"
import { cashOrder, collect, orderById } from "../../helpers/cash-on-delivery"
import { adminClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import {
  captureOrder,
  digitalProduct,
  type DigitalTestProduct,
  grantsOf,
  paidDigitalOrder,
  paymentOf,
  placeDigitalOrder,
  refundOrder,
  untilStates,
  untilFulfilled,
  uploadFile,
} from "../../helpers/digital-products"
import { databaseUrl } from "../../helpers/environment"
import { expectOk } from "../../helpers/http"
import { createProduct } from "../../helpers/products"
import { returnItems } from "../../helpers/returns"
import { regionOf, storefront } from "../../helpers/storefront"
import { waitFor } from "../../helpers/wait-for"

type Sent = { id: string; template: string; text: string; html: string }

const mailsOf = (orderId: string) =>
  query<Sent>(
    databaseUrl(),
    `select id, template, text, html from message where order_id = $1 and status = 'sent' order by template`,
    [orderId]
  )

describe("an order of digital products", () => {
  let product: DigitalTestProduct

  beforeAll(async () => {
    product = await digitalProduct()
  }, 120_000)

  it("needs no address, is granted once it is paid, and is fulfilled by itself", async () => {
    const order = await placeDigitalOrder([product])
    await sleep(5000)
    expect(await grantsOf(order.id)).toEqual([])
    await captureOrder(order)
    const [grant] = await untilStates(order.id, ["active"])
    expect(grant).toMatchObject({ unit: 1, download_limit: null })
    const seen = await untilFulfilled(order.id)
    expect(seen.fulfillments).toMatchObject([
      { provider_id: "digital_suite", requires_shipping: false },
    ])
  }, 180_000)

  it("tells the buyer where the downloads are, in mails whose token the log does not have", async () => {
    const order = await paidDigitalOrder([product])
    const mails = await waitFor(
      async () => {
        const mails = await mailsOf(order.id)
        return mails.length === 2 ? mails : undefined
      },
      { what: "both mails", timeoutMs: 60_000 }
    )
    expect(mails.map(({ template }) => template)).toEqual([
      ...["downloads-ready", "order-placed"],
    ])
    const admin = await adminClient()
    for (const { id, text, html } of mails) {
      expect(text).toContain("/downloads#token=•••")
      expect(html).toContain("#token=•••")
      const { message } = await expectOk(
        admin.get<AdminMessageResponse>(`/admin/messages/${id}`)
      )
      expect(message).toMatchObject({ text, html, has_links: false })
    }
    // A store in production keeps no mail whole, with or without a mail server.
    expect(await query(databaseUrl(), "select from mailbox_mail")).toEqual([])
  }, 120_000)

  it("that is paid on delivery is granted when the cash is collected", async () => {
    const order = await cashOrder({ variantId: product.variantId })
    await sleep(5000)
    expect(await grantsOf(order.id)).toEqual([])
    await expectOk(collect(await adminClient(), order.id))
    await untilStates(order.id, ["active"])
  }, 120_000)

  // The fault of a known shop: a part of the money back took all the downloads away.
  it("that gets a part of its money back loses just those units, and what an admin gives back stays", async () => {
    const order = await paidDigitalOrder([{ ...product, quantity: 3 }])
    const { total } = await orderById(order.id)
    await refundOrder(order, 50)
    await refundOrder(order, total / 3)
    const grants = await untilStates(order.id, ["active", "active", "revoked"])
    expect(grants[2]).toMatchObject({ revoked_reason: "refunded" })
    const admin = await adminClient()
    await expectOk(
      admin.post(`/admin/digital-products/grants/${grants[2]?.id}/regrant`, {
        reason: "goodwill",
      })
    )
    await query(
      databaseUrl(),
      `select graphile_worker.add_job('digital-products-revoke', json_build_object(
         'fact_id', id, 'name', name, 'order_id', order_id, 'subject_id', subject_id,
         'occurred_at', to_char(occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
       from fact where order_id = $1 and name = 'payment.refunded'`,
      [order.id]
    )
    await sleep(3000)
    await untilStates(order.id, ["active", "active", "active"])
    await refundOrder(order, (total / 3) * 2 - 50)
    await untilStates(order.id, ["revoked", "revoked", "revoked"])
  }, 180_000)

  it("that is sent back in part loses just those units, whatever part of the money goes back", async () => {
    const order = await paidDigitalOrder([{ ...product, quantity: 3 }])
    await untilFulfilled(order.id)
    await returnItems({
      ...{ orderId: order.id, locationId: product.locationId },
      items: [{ id: order.lines[0]?.id ?? "", quantity: 1 }],
    })
    await refundOrder(order, 7)
    await untilStates(order.id, ["active", "active", "revoked"])
  }, 180_000)

  it("that an admin makes smaller loses just those units with the money for them", async () => {
    const bought = [{ ...product, quantity: 3 }, await digitalProduct()]
    const order = await paidDigitalOrder(bought)
    const { fulfillments } = await untilFulfilled(order.id)
    const admin = await adminClient()
    for (const { id } of fulfillments ?? []) {
      await expectOk(
        admin.post(`/admin/orders/${order.id}/fulfillments/${id}/cancel`)
      )
    }
    await expectOk(admin.post("/admin/order-edits", { order_id: order.id }))
    const edit = `/admin/order-edits/${order.id}`
    const [many, one] = bought.map(
      ({ variantId }) =>
        order.lines.find(({ variant_id }) => variant_id === variantId)?.id
    )
    const change = (line: string | undefined, quantity: number) =>
      expectOk(admin.post(`${edit}/items/item/${line}`, { quantity }))
    await change(many, 2)
    await change(one, 0)
    await expectOk(admin.post(`${edit}/confirm`))
    await refundOrder(order, 7)
    const statesOf = async () =>
      (await grantsOf(order.id)).map(({ line_item_id, unit, state }) =>
        [line_item_id === many ? "many" : "one", unit, state].join(" ")
      )
    await waitFor(
      async () => (await statesOf()).some((state) => state.includes("revoked")),
      { what: "the units to be revoked", timeoutMs: 60_000 }
    )
    expect((await statesOf()).sort()).toEqual([
      ...["many 1 active", "many 2 active", "many 3 revoked"],
      "one 1 revoked",
    ])
  }, 180_000)

  it("that has goods beside them has its downloads fulfilled, and the goods left to the shop", async () => {
    const goods = await createProduct({ stock: 5 })
    const sdk = storefront()
    const { id: region_id } = await regionOf(sdk, "in")
    const { cart } = await sdk.store.cart.create({
      region_id,
      items: [product, goods].map(({ variantId }) => ({
        ...{ variant_id: variantId, quantity: 1 },
      })),
    })
    const email = "both@store.test"
    await prepareForPayment(sdk, cart.id, { email, country: "in" })
    const order = await paymentOf((await completeCart(sdk, cart.id)).id)
    await captureOrder(order)
    const seen = await untilFulfilled(order.id, {}, "partially_fulfilled")
    const byDigital = { provider_id: "digital_suite", requires_shipping: false }
    expect(seen.fulfillments).toMatchObject([byDigital])
    const left = order.lines.find((line) => line.variant_id === goods.variantId)
    await expectOk(
      (await adminClient()).post(`/admin/orders/${order.id}/fulfillments`, {
        items: [{ id: left?.id, quantity: 1 }],
      })
    )
    const { fulfillments } = await untilFulfilled(order.id)
    expect(fulfillments).toHaveLength(2)
    expect(fulfillments).toEqual(
      expect.arrayContaining([
        expect.objectContaining(byDigital),
        expect.objectContaining({
          ...{ provider_id: "manual_manual", requires_shipping: true },
        }),
      ])
    )
  }, 120_000)

  it("of a sales channel that was made later is fulfilled all the same", async () => {
    const admin = await adminClient()
    const { sales_channel: channel } = await expectOk(
      admin.post<{ sales_channel: { id: string } }>("/admin/sales-channels", {
        name: "Newsletter",
      })
    )
    const { api_key: key } = await expectOk(
      admin.post<{ api_key: { id: string; token: string } }>(
        "/admin/api-keys",
        { title: "Newsletter", type: "publishable" }
      )
    )
    const add = { add: [channel.id] }
    const sold = await digitalProduct()
    for (const path of [
      `/admin/api-keys/${key.id}/sales-channels`,
      `/admin/stock-locations/${sold.locationId}/sales-channels`,
    ]) {
      await expectOk(admin.post(path, add))
    }
    await expectOk(
      admin.post(`/admin/products/${sold.id}`, { sales_channels: [channel] })
    )
    const order = await paidDigitalOrder([sold], { channelKey: key.token })
    await untilFulfilled(order.id)
  }, 120_000)

  it("that is canceled loses all, and one that was never paid gets nothing", async () => {
    const order = await placeDigitalOrder([product])
    const admin = await adminClient()
    await expectOk(admin.post(`/admin/orders/${order.id}/cancel`))
    await sleep(5000)
    expect(await grantsOf(order.id)).toEqual([])

    const paid = await paidDigitalOrder([product])
    const { fulfillments } = await untilFulfilled(paid.id)
    await expectOk(
      admin.post(
        `/admin/orders/${paid.id}/fulfillments/${fulfillments?.[0]?.id}/cancel`
      )
    )
    await expectOk(admin.post(`/admin/orders/${paid.id}/cancel`))
    await untilStates(paid.id, ["revoked"])
  }, 180_000)

  it("hears once of a new version, if the merchant says so", async () => {
    const edition = await digitalProduct()
    const order = await paidDigitalOrder([edition])
    const second = await uploadFile(edition.digital, {
      ...{ filename: "second.pdf", replaces: edition.file.id },
    })
    const admin = await adminClient()
    const path = `/admin/digital-products/${edition.digital.id}/files/${second.id}/announce`
    await expectOk(admin.post(path))
    expect((await admin.post(path)).status).toBe(400)
    const [mail] = await waitFor(
      async () => {
        const mails = await mailsOf(order.id)
        const news = mails.filter(({ template }) => template === "file-updated")
        return news.length > 0 ? news : undefined
      },
      { what: "the news", timeoutMs: 30_000 }
    )
    expect(mail?.text).toContain("second.pdf, version 2")
  }, 180_000)
})
