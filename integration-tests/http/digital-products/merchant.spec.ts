import { randomUUID } from "node:crypto"
import { adminClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import {
  digitalProduct,
  paidDigitalOrder,
  untilFulfilled,
  untilStates,
} from "../../helpers/digital-products"
import { appFolder, storeEnvironment } from "../../helpers/environment"
import { expectOk, type HttpClient } from "../../helpers/http"
import {
  mailEnvironment,
  type MailServer,
  startMailServer,
} from "../../helpers/mail-server"
import { run } from "../../helpers/processes"
import { MEDUSA_CLI, type Server, startServer } from "../../helpers/server"
import { waitFor } from "../../helpers/wait-for"

type Place = {
  id: string
  sales_channels: object[]
  fulfillment_sets: {
    service_zones: { shipping_options: { id: string; provider_id: string }[] }[]
  }[]
}

const MERCHANTS = ["owner@shop.test", "keys@shop.test"]

describe("the merchant of digital products", () => {
  let mails: MailServer
  let server: Server
  let admin: HttpClient

  const options = () => ({
    ...mailEnvironment(mails),
    MAIL_MERCHANT: MERCHANTS.join(","),
  })

  beforeAll(async () => {
    mails = await startMailServer()
    server = await startServer({
      name: "digital-products-merchant",
      env: options(),
    })
    admin = await adminClient({ url: server.url })
  }, 180_000)

  afterAll(async () => {
    await server?.stop()
    await mails?.stop()
  })

  const places = async () => {
    const { stock_locations: found } = await expectOk(
      admin.get<{ stock_locations: Place[] }>(
        "/admin/stock-locations?name=Digital%20delivery&fields=id,*sales_channels,*fulfillment_sets.service_zones.shipping_options"
      )
    )
    return found
  }

  const optionsOf = (place: Place | undefined) =>
    (place?.fulfillment_sets ?? []).flatMap(({ service_zones }) =>
      service_zones.flatMap(({ shipping_options }) => shipping_options)
    )

  it("has from the install what digital lines are fulfilled with, once, and no cart is offered it", async () => {
    expect(
      await query(server.databaseUrl, "select from digital_product")
    ).toEqual([])
    const [place, ...others] = await places()
    expect(others).toEqual([])
    expect(place?.sales_channels).toEqual([])
    expect(optionsOf(place)).toMatchObject([{ provider_id: "digital_suite" }])
    const scripts = await query(
      server.databaseUrl,
      "select from script_migrations where script_name like 'commerce-suite-digital-delivery.%' and finished_at is not null"
    )
    expect(scripts).toHaveLength(1)
  })

  /** As an operator does it beside a server that runs. */
  const migrate = () =>
    run({
      command: process.execPath,
      args: [MEDUSA_CLI, "db:migrate:scripts"],
      cwd: appFolder(),
      env: {
        ...storeEnvironment(),
        ...options(),
        DATABASE_URL: server.databaseUrl,
      },
    })

  it("who deleted it gets one again with the next digital product or install, of four at once", async () => {
    const { url } = server
    const [before] = await places()
    await expectOk(admin.delete(`/admin/stock-locations/${before?.id}`))
    await query(
      server.databaseUrl,
      "delete from script_migrations where script_name like 'commerce-suite-digital-delivery.%'"
    )
    const migrations = Promise.all([migrate(), migrate()])
    const products = await Promise.all(
      [1, 2].map(() => digitalProduct({}, { url }))
    )
    expect((await migrations).map(({ code }) => code)).toEqual([0, 0])
    const [place, ...others] = await places()
    expect(others).toEqual([])
    expect(place?.id).not.toBe(before?.id)
    expect(optionsOf(place)).toHaveLength(1)
    const order = await paidDigitalOrder(products, { url })
    const { fulfillments } = await untilFulfilled(order.id, { url })
    expect(fulfillments).toMatchObject([{ location_id: expect.any(String) }])
  }, 180_000)

  it("is mailed once each time that few licence keys are left", async () => {
    const { url } = server
    const { title, digital, variantId, id } = await digitalProduct(
      { key_mode: "pool", low_pool_threshold: 1 },
      { url }
    )
    const refill = (count: number) =>
      expectOk(
        admin.post(`/admin/digital-products/${digital.id}/keys`, {
          keys: Array.from({ length: count }, () => `KEY-${randomUUID()}`),
        })
      )
    const buy = (quantity: number) =>
      paidDigitalOrder([{ variantId, quantity }], { url })
    const warnings = (merchant: string) =>
      mails
        .to(merchant)
        .filter(({ subject }) => subject?.endsWith(`left for ${title} (One)`))
    const told = (count: number) =>
      waitFor(
        async () =>
          MERCHANTS.every((merchant) => warnings(merchant).length >= count),
        { what: `${count} warnings to each`, timeoutMs: 60_000 }
      )

    await refill(4)
    await buy(2)
    await buy(1)
    await told(1)
    const [mail] = warnings("owner@shop.test")
    expect(mail?.recipients).toEqual(["owner@shop.test"])
    expect(mail?.subject).toBe(`One licence key is left for ${title} (One)`)
    expect(mail?.text).toContain(`${url}/app/products/${id}`)
    expect(mail?.html).toContain(`${url}/app/products/${id}`)

    const [waiting] = await Promise.all([buy(1), buy(1)])
    await untilStates(waiting.id, ["active"], { url })
    await refill(3)
    await buy(1)
    await told(2)
    for (const merchant of MERCHANTS) {
      expect(warnings(merchant)).toHaveLength(2)
    }
  }, 240_000)
})
