import { createHash } from "node:crypto"
import type { StoreDownloadLinkResponse } from "../../../src/types/digital-products"
import { adminClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import {
  contentOf,
  customerWhoBought,
  digitalProduct,
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

const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1")

describe("a store with S3", () => {
  let s3: S3Server
  let server: Server

  beforeAll(async () => {
    s3 = await startS3Server()
    const env = {
      ...s3Environment(s3),
      S3_PREFIX: "store",
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
})
