import { createHash } from "node:crypto"
import type { StoreDownloadLinkResponse } from "../../../src/types/digital-products"
import { adminClient, type Customer } from "../../helpers/clients"
import { query } from "../../helpers/database"
import {
  contentOf,
  customerWhoBought,
  digitalProduct,
  type DigitalTestProduct,
  uploadFile,
} from "../../helpers/digital-products"
import { expectOk } from "../../helpers/http"
import { addJob } from "../../helpers/jobs"
import {
  type S3Server,
  s3Environment,
  startS3Server,
} from "../../helpers/s3-server"
import { type Server, startServer } from "../../helpers/server"
import { waitFor } from "../../helpers/wait-for"

const ALL_BUT_DATE: FakeableAPI[] = [
  ...(["hrtime", "nextTick", "performance", "queueMicrotask"] as const),
  ...(["setImmediate", "clearImmediate", "setInterval"] as const),
  ...(["clearInterval", "setTimeout", "clearTimeout"] as const),
]

const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1")

describe("a store with S3", () => {
  let s3: S3Server
  let server: Server

  beforeAll(async () => {
    s3 = await startS3Server()
    const env = {
      ...s3Environment(s3),
      S3_PREFIX: "store",
      JOBS_POLL_INTERVAL_MS: "500",
      // This server shows every object to everybody.
      SUITE_DOCTOR_OVERRIDE: "private-files",
    }
    server = await startServer({ name: "s3", env })
  }, 120_000)
  afterAll(async () => {
    await server?.stop()
    await s3?.stop()
  })

  it("was told at its start that strangers read its private files", () => {
    expect(server.log()).toMatch(
      /Doctor: overridden, .*private-files: anybody can read them/
    )
  })

  it("keeps Medusa's uploads there: public, and as what they are", async () => {
    const { url, headers } = await adminClient({ url: server.url })
    const body = new FormData()
    body.append("files", new Blob([PNG], { type: "text/html" }), "logo.png")
    s3.requests.splice(0)
    const path = `${url}/admin/uploads`
    const response = await fetch(path, { method: "POST", headers, body })
    const { files } = (await response.json()) as { files: { url: string }[] }
    expect(files[0]?.url).toMatch(
      new RegExp(`^${s3.url}/shop/store/logo-\\w+\\.png$`)
    )
    const [put] = s3.requests
    expect(put).toMatchObject({
      method: "PUT",
      headers: { "x-amz-acl": "public-read", "content-type": "image/png" },
    })
    expect(Object.keys(put?.headers ?? {}).join()).not.toContain("checksum")
    const stored = await fetch(files[0]?.url ?? "")
    expect(Buffer.from(await stored.arrayBuffer())).toEqual(PNG)
  })

  // The attack: the address that a file was uploaded with, used again after the file was looked at.
  it("serves the digital file that was looked at, whatever comes to its upload's address later", async () => {
    const { url } = server
    const product = await digitalProduct({}, { url })
    const content = contentOf("pattern.pdf")
    const { upload, sha256, id } = product.file
    expect(upload.is_external).toBe(true)
    expect(sha256).toBe(createHash("sha256").update(content).digest("hex"))
    const forged = Buffer.from(content).fill("X", 20)
    const again = await fetch(upload.url, {
      ...{ method: "PUT", headers: upload.headers },
      body: new Uint8Array(forged),
    })
    expect(again.status).toBe(200)

    const { customer, order } = await customerWhoBought([product], { url })
    const bought = async () => {
      const link = await expectOk(
        customer.client.post<StoreDownloadLinkResponse>(
          `/store/customers/me/downloads/${order.grants[0]?.id}/link`,
          {}
        )
      )
      const response = await fetch(link.url)
      return Buffer.from(await response.arrayBuffer())
    }
    expect((await bought()).equals(content)).toBe(true)

    // What came later is cleared away.
    await query(
      server.databaseUrl,
      "update digital_file set created_at = now() - interval '3 hours' where id = $1",
      [id]
    )
    await addJob(server.databaseUrl, "digital-products-prune", {})
    const uploaded = new URL(upload.url).pathname.replace(/^\/shop/, "")
    await waitFor(
      async () => (await fetch(`${s3.openUrl}${uploaded}`)).status === 404,
      { what: "what came later to be cleared away", timeoutMs: 30_000 }
    )
    expect((await bought()).equals(content)).toBe(true)
  }, 120_000)

  describe("and a digital product", () => {
    let product: DigitalTestProduct
    let grantId: string
    let customer: Customer
    const content = contentOf("pattern.pdf")

    beforeAll(async () => {
      s3.requests.splice(0)
      product = await digitalProduct({}, server)
      const bought = await customerWhoBought([product], server)
      customer = bought.customer
      grantId = bought.order.grants[0]?.id ?? ""
    }, 60_000)

    /** A new link of the store, and where at S3 it leads. */
    async function newLink() {
      const { url } = await expectOk(
        customer.client.post<StoreDownloadLinkResponse>(
          `/store/customers/me/downloads/${grantId}/link`
        )
      )
      const answer = await fetch(url, { redirect: "manual" })
      const target = new URL(answer.headers.get("location") ?? "")
      return { url, answer, target }
    }

    const bytesOf = async (answer: Response) =>
      Buffer.from(await answer.arrayBuffer())

    it("gets its file from the browser itself, private, and looks at it there", async () => {
      const { headers, url } =
        s3.requests.find(({ method }) => method === "PUT") ?? {}
      expect(url?.pathname).toMatch(/^\/shop\/store\/private\/digital\//)
      expect(headers).toMatchObject({
        ...{ "x-amz-acl": "private", "content-type": "application/pdf" },
        "content-length": String(content.length),
      })
      // It came by an address that we signed, and not through the store.
      expect(url?.searchParams.get("X-Amz-Signature")).toBeTruthy()
      expect(product.file).toMatchObject({
        ...{ status: "ready", size: content.length },
        sha256: createHash("sha256").update(content).digest("hex"),
      })
    })

    // The attack: a page with a script, sent straight to S3 as a PDF.
    it("keeps nothing there of a file that is not what it is said to be", async () => {
      const page = Buffer.from("<!doctype html><script>alert(1)</script>")
      const sent = { filename: "page.pdf", content: page }
      const file = await uploadFile(product.digital, sent, server)
      expect(file).toMatchObject({ status: "refused", sha256: null })
      const put = s3.requests.filter(({ method }) => method === "PUT").at(-1)
      const isGone = s3.requests.some(
        ({ method, url }) =>
          method === "DELETE" && url.pathname === put?.url.pathname
      )
      expect(isGone).toBe(true)
    }, 60_000)

    it("sends its buyer there by a link of five minutes, which saves the file, whole or in part", async () => {
      const { answer, target } = await newLink()
      expect(answer.status).toBe(302)
      expect(answer.headers.get("cache-control")).toBe("private, no-store")
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer")
      expect(Number(target.searchParams.get("X-Amz-Expires"))).toBe(300)
      const whole = await fetch(target)
      expect(whole.headers.get("content-disposition")).toBe(
        `attachment; filename="pattern.pdf"`
      )
      expect(whole.headers.get("content-type")).toBe("application/pdf")
      expect(whole.headers.get("cache-control")).toBe("private, no-store")
      expect((await bytesOf(whole)).equals(content)).toBe(true)
      const range = { range: "bytes=5-104" }
      const part = await fetch(target, { headers: range })
      expect(part.status).toBe(206)
      expect(part.headers.get("content-range")).toBe(
        `bytes 5-104/${content.length}`
      )
      expect((await bytesOf(part)).equals(content.subarray(5, 105))).toBe(true)
    })

    // The attack: a link that somebody passed on, kept, or bent.
    it("lets nobody in by that link later, or by another one like it", async () => {
      const { target } = await newLink()
      const bent = new URL(target)
      bent.searchParams.set("X-Amz-Expires", "9999")
      expect((await fetch(bent)).status).toBe(403)
      const statusAfter = async (seconds: number) => {
        // S3 lives in this process, and has its clock.
        const now = Date.now() + seconds * 1000
        jest.useFakeTimers({ now, doNotFake: ALL_BUT_DATE })
        try {
          return (await fetch(target)).status
        } finally {
          jest.useRealTimers()
        }
      }
      expect(await statusAfter(290)).toBe(200)
      expect(await statusAfter(310)).toBe(403)
    })

    it("gives no new link to S3 once the download was taken back", async () => {
      const { url } = await newLink()
      const admin = await adminClient(server)
      await expectOk(
        admin.post(`/admin/digital-products/grants/${grantId}/revoke`, {
          reason: "shared publicly",
        })
      )
      const answer = await fetch(url, { redirect: "manual" })
      expect(answer.status).toBe(410)
      expect(answer.headers.get("location")).toBeNull()
    })
  })
})
