import { randomUUID } from "node:crypto"
import type {
  StoreDownload,
  StoreDownloadLinkResponse,
  StoreDownloadsResponse,
} from "../../../src/types/digital-products"
import { signToken } from "../../../src/utils/signed-token"
import {
  adminClient,
  anonymousClient,
  freshCustomer,
  storeClient,
} from "../../helpers/clients"
import { query } from "../../helpers/database"
import {
  contentOf,
  customerWhoBought,
  digitalProduct,
  type DigitalTestProduct,
  grantsOf,
  paidDigitalOrder,
  uploadFile,
} from "../../helpers/digital-products"
import { accessTokenOf } from "../../helpers/download-token"
import { databaseUrl, storeEnvironment } from "../../helpers/environment"
import { expectOk, type HttpClient } from "../../helpers/http"

const MINE = "/store/customers/me/downloads"

describe("downloads", () => {
  let product: DigitalTestProduct
  let limited: DigitalTestProduct

  beforeAll(async () => {
    product = await digitalProduct({ licence_type: "commercial" })
    limited = await digitalProduct({ download_limit: 3 })
  }, 120_000)

  const list = async (client: HttpClient, query = "") =>
    expectOk(client.get<StoreDownloadsResponse>(`${MINE}${query}`))

  const link = (client: HttpClient, id = "", body = {}) =>
    client.post<StoreDownloadLinkResponse & { code?: string }>(
      `${MINE}/${id}/link`,
      body
    )

  const expectEqual = async (response: Response, content: Buffer) =>
    expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true)

  // The fault of a known example: it looked at a customer's first digital order alone.
  it("of every order are the customer's, each with its history", async () => {
    const { customer } = await customerWhoBought([product])
    await customerWhoBought([product, limited], { customer })
    const first = await list(customer.client, "?limit=2")
    expect(first).toMatchObject({ count: 3, limit: 2, offset: 0 })
    const rest = await list(customer.client, "?limit=2&offset=2")
    const all = [...first.downloads, ...rest.downloads]
    expect(new Set(all.map(({ order_id }) => order_id)).size).toBe(2)
    for (const { id, state, files } of all) {
      expect(state).toBe("active")
      const { url } = await expectOk(
        link(customer.client, id, { file_id: files[0]?.id })
      )
      const response = await fetch(url, {
        headers: {
          "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0",
        },
      })
      expect(response.headers.get("cache-control")).toContain("no-store")
      expect(response.headers.get("content-disposition")).toContain(
        `filename="pattern.pdf"`
      )
      await expectEqual(response, contentOf("pattern.pdf"))
    }
    const after = await list(customer.client)
    for (const { history, downloads_used } of after.downloads) {
      expect(downloads_used).toBe(1)
      expect(history).toEqual([
        {
          ...{ created_at: expect.any(String) as string, country: null },
          ...{ filename: "pattern.pdf", device: "Firefox on Linux" },
        },
      ])
    }
  }, 180_000)

  it("go on where they were cut, and are never kept on the way", async () => {
    const { customer, order } = await customerWhoBought([product])
    const { url } = await expectOk(link(customer.client, order.grants[0]?.id))
    const content = contentOf("pattern.pdf")
    const part = await fetch(url, { headers: { range: "bytes=5-104" } })
    expect(part.status).toBe(206)
    expect(part.headers.get("content-range")).toBe(
      `bytes 5-104/${content.length}`
    )
    expect(part.headers.get("cache-control")).toMatch(/private, no-store/)
    await expectEqual(part, content.subarray(5, 105))
    const beyond = await fetch(url, { headers: { range: "bytes=99999-" } })
    expect(beyond.status).toBe(416)
    const [{ downloads_used } = { downloads_used: 0 }] = await grantsOf(
      order.id
    )
    expect(downloads_used).toBe(1)
  }, 120_000)

  // The attack: fifty tabs that all download at the same moment.
  it("end at their limit: of fifty at once, exactly three get a link", async () => {
    const { customer, order } = await customerWhoBought([limited])
    const id = order.grants[0]?.id
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => link(customer.client, id))
    )
    const statuses = replies.map(({ status }) => status).sort()
    expect(statuses).toEqual([
      ...Array.from({ length: 3 }, () => 200),
      ...Array.from({ length: 47 }, () => 410),
    ])
    const last = await link(customer.client, id)
    expect(last).toMatchObject({ status: 410, body: { code: "used_up" } })
    expect(last.body.url).toBeUndefined()
  }, 120_000)

  describe("of somebody else", () => {
    // The attack: another customer's id, a guessed one, another order's token.
    it("are not there, and a refusal says nothing of them", async () => {
      const { order } = await customerWhoBought([product])
      const id = order.grants[0]?.id ?? ""
      const stranger = await freshCustomer()
      const guessed = await link(stranger.client, "diggrant_guessed")
      const theirs = await link(stranger.client, id)
      expect(guessed.status).toBe(404)
      expect(theirs).toMatchObject({ status: 404, body: guessed.body })
      expect((await list(stranger.client)).downloads).toEqual([])

      const other = await paidDigitalOrder([product])
      const token = await accessTokenOf(other.id)
      const by = (body: object, path = "/store/downloads") =>
        storeClient().post<StoreDownloadsResponse>(path, body)
      const crossed = await by({ token, id }, "/store/downloads/link")
      expect(crossed).toMatchObject({ status: 404, body: guessed.body })
      const own = await by({ token })
      expect(own.body.downloads.map(({ order_id }) => order_id)).toEqual([
        other.id,
      ])
      for (const wrong of ["x", `${token.slice(0, -1)}_`, "a".repeat(43)]) {
        expect((await by({ token: wrong })).status).toBe(404)
      }
      expect((await by({ token: "" })).status).toBe(400)
    }, 180_000)

    // The attack: a link of one's own, turned into another's.
    it("are not opened by a link that was bent, or made for something else", async () => {
      const { customer, order } = await customerWhoBought([product])
      const { url } = await expectOk(link(customer.client, order.grants[0]?.id))
      const token = url.slice(url.lastIndexOf("/") + 1)
      const [id = "", expiry = "", signature = ""] = token.split(".")
      const secret = storeEnvironment().SUITE_SECRET ?? ""
      const inAnHour = new Date(Date.now() + 3_600_000)
      const open = async (bent: string) =>
        (await anonymousClient().get(`/downloads/files/${bent}`)).status
      expect(await open(`${id}.${Number(expiry) + 900}.${signature}`)).toBe(404)
      expect(await open(`${id}x.${expiry}.${signature}`)).toBe(404)
      const preview = { purpose: "digital-preview", id: product.file.id }
      expect(
        await open(signToken({ ...preview, expiresAt: inAnHour }, secret))
      ).toBe(410)
      const own = { purpose: "digital-download", id }
      const past = new Date(Date.now() - 1000)
      expect(await open(signToken({ ...own, expiresAt: past }, secret))).toBe(
        410
      )
    }, 120_000)
  })

  it("that were taken back or are over give nothing, and links under way end with them", async () => {
    const { customer, order } = await customerWhoBought([product, limited])
    const [taken, over] = order.grants
    const links = await Promise.all(
      [taken, over].map((grant) => expectOk(link(customer.client, grant?.id)))
    )
    const admin = await adminClient()
    const path = `/admin/digital-products/grants/${taken?.id}`
    const nothing = await admin.post(`${path}/revoke`, {})
    expect(nothing).toMatchObject({ status: 400 })
    expect(JSON.stringify(nothing.body)).toContain("reason")
    await expectOk(admin.post(`${path}/revoke`, { reason: "shared publicly" }))
    expect((await admin.post(`${path}/revoke`, { reason: "x" })).status).toBe(
      400
    )
    await query(
      databaseUrl(),
      "update digital_grant set expires_at = now() where id = $1",
      [over?.id]
    )
    for (const { url } of links) {
      expect((await fetch(url)).status).toBe(410)
    }
    const codes = await Promise.all(
      [taken, over].map((grant) => link(customer.client, grant?.id))
    )
    expect(codes.map(({ status, body }) => [status, body.code])).toEqual([
      [410, "revoked"],
      [410, "expired"],
    ])
    const { downloads } = await list(customer.client)
    expect(downloads.every(({ files }) => files.length === 0)).toBe(true)

    await expectOk(admin.post(`${path}/regrant`, { reason: "a mistake" }))
    expect((await link(customer.client, taken?.id)).status).toBe(200)
    const grant = (await grantsOf(order.id)).find(({ id }) => id === taken?.id)
    expect(grant?.events.map(({ action, reason }) => [action, reason])).toEqual(
      [
        ["granted", expect.any(String)],
        ["revoked", "shared publicly"],
        ["regranted", "a mistake"],
      ]
    )
  }, 180_000)

  it("show the newest version, and before that what may be looked at", async () => {
    const versioned = await digitalProduct()
    const { customer, order } = await customerWhoBought([versioned])
    const content = contentOf("second edition")
    const second = await uploadFile(versioned.digital, {
      ...{ filename: "second.pdf", content, replaces: versioned.file.id },
    })
    expect(second).toMatchObject({ version: 2, status: "ready" })
    const [download] = (await list(customer.client)).downloads
    expect(download?.files).toMatchObject([{ id: second.id, version: 2 }])
    const old = await link(customer.client, order.grants[0]?.id, {
      file_id: versioned.file.id,
    })
    expect(old.status).toBe(404)

    await uploadFile(versioned.digital, {
      kind: "preview",
      filename: "look.pdf",
    })
    const { digital_products: offers } = await expectOk(
      storeClient().get<{
        digital_products: { files: object[]; previews: { url: string }[] }[]
      }>(`/store/digital-products?variant_id=${versioned.variantId}`)
    )
    expect(JSON.stringify(offers[0]?.files)).not.toContain(second.id)
    const preview = await fetch(offers[0]?.previews[0]?.url ?? "")
    // The fault: a browser does not let the shop's page, of another origin, show what says "same-origin".
    expect(preview.headers.get("cross-origin-resource-policy")).toBe(
      "cross-origin"
    )
    await expectEqual(preview, contentOf("look.pdf"))
  }, 180_000)

  // The attack: a page with a script, or half a file, sold as a PDF.
  it("are no file that is not what it is said to be", async () => {
    const { digital } = product
    const page = Buffer.from("<!doctype html><script>alert(1)</script>")
    const refused = await uploadFile(digital, {
      ...{ filename: "page.pdf", content: page },
    })
    expect(refused).toMatchObject({
      ...{ status: "refused", sha256: null },
      reason: "its content is not application/pdf",
    })
    const admin = await adminClient()
    const begin = (more: object) =>
      admin.post<{ message?: string; upload?: { url: string } }>(
        `/admin/digital-products/${digital.id}/files`,
        {
          ...{ filename: "a.pdf", content_type: "application/pdf", size: 9 },
          ...more,
        }
      )
    const program = await begin({ content_type: "application/x-msdownload" })
    expect(program.status).toBe(400)
    expect(program.body.message).toContain("content_type")
    const huge = await begin({ size: 3_000_000_000 })
    expect(huge.body.message).toContain("size")
    const { body } = await begin({})
    const longer = await fetch(`${admin.url}${body.upload?.url}`, {
      method: "PUT",
      body: "%PDF-1.7 and more",
      headers: { ...admin.headers, "content-type": "application/octet-stream" },
    })
    expect(longer.status).toBe(400)
    expect(await longer.text()).toContain("9 bytes")
  }, 120_000)

  it("bring a licence key, whole for its owner and masked for the admin", async () => {
    const keyed = await digitalProduct({ key_mode: "pool" })
    const admin = await adminClient()
    const path = `/admin/digital-products/${keyed.digital.id}/keys`
    const key = `KEY-${randomUUID()}`.toUpperCase()
    const { customer, order } = await customerWhoBought([keyed])
    expect(order.grants[0]).toMatchObject({
      ...{ licence_key: null, waits_for_key: true },
    })
    expect(
      await expectOk(admin.post(path, { keys: [key, key.toUpperCase()] }))
    ).toEqual({ imported: 1, repeated: 1, filled: 1 })
    const [mine] = (await list(customer.client)).downloads
    expect(mine?.licence_key).toBe(key)
    const [grant] = await grantsOf(order.id)
    expect(grant).toMatchObject({
      ...{ licence_key: `…${key.slice(-4)}`, waits_for_key: false },
    })
    const found = await expectOk(
      admin.get<{ grants: StoreDownload[] }>(
        `/admin/digital-products/grants?licence_key=${key.toLowerCase()}`
      )
    )
    expect(found.grants.map(({ id }) => id)).toEqual([grant?.id])
    expect(JSON.stringify(found)).not.toContain(key)
  }, 180_000)
})
