import { once } from "node:events"
import { type IncomingMessage, request } from "node:http"
import { json } from "node:stream/consumers"
import { adminClient } from "../../helpers/clients"
import type { HttpClient } from "../../helpers/http"

const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1")
const MB = 1024 * 1024

type Answer = {
  status: number
  body: { message?: string; files?: { url: string }[] }
}

describe("Medusa's uploads", () => {
  let admin: HttpClient

  beforeAll(async () => {
    admin = await adminClient()
  })

  async function upload(
    files: { name: string; content: BlobPart; type?: string }[],
    path = "/admin/uploads",
    field = "files"
  ): Promise<Answer> {
    const body = new FormData()
    for (const { name, content, type = "image/png" } of files) {
      body.append(field, new Blob([content], { type }), name)
    }
    const url = `${admin.url}${path}`
    const { headers } = admin
    const response = await fetch(url, { method: "POST", headers, body })
    return {
      status: response.status,
      body: (await response.json()) as Answer["body"],
    }
  }

  // The attack: a page that runs scripts in the store's own origin, where the admin is logged in.
  it.each([
    ["page.html", "<script>alert(1)</script>", "image/png"],
    ["page.svg", "<svg onload='alert(1)'/>", "image/svg+xml"],
    ["page.png", "<script>alert(1)</script>", "image/png"],
    ["page.csv", "<html><script>alert(1)</script>", "text/csv"],
  ])("refuse %s, and say what may be uploaded", async (name, content, type) => {
    const fine = { name: "fine.png", content: PNG }
    const { status, body } = await upload([fine, { name, content, type }])
    expect(status).toBe(400)
    expect(body.message).toContain(`"${name}"`)
    expect(body.message).toContain(".jpg, .jpeg, .png, .gif")
  })

  it("take pictures and tables, as what they are", async () => {
    const { status, body } = await upload([
      { name: "Logo.PNG", content: PNG, type: "text/html" },
      { name: "rows.csv", content: "a,b\n1,2\n", type: "text/plain" },
    ])
    expect(status).toBe(200)
    const urls = body.files?.map(({ url }) => url) ?? []
    const types = await Promise.all(
      urls.map(async (url) => (await fetch(url)).headers.get("content-type"))
    )
    expect(types).toEqual(["image/png", expect.stringMatching(/^text\/csv/)])
  })

  it("refuse one that is too large, by name", async () => {
    const content = Buffer.concat([PNG, Buffer.alloc(21 * MB)])
    const { status, body } = await upload([{ name: "big.png", content }])
    expect(status).toBe(413)
    expect(body.message).toBe('"big.png" has 21 MB; allowed are 20 MB per file')
  })

  /** Says that it has so many bytes, and sends none of them. */
  async function announce(headers: Record<string, string>): Promise<Answer> {
    const url = `${admin.url}/admin/uploads`
    const type = "multipart/form-data; boundary=x"
    const client = request(url, {
      method: "POST",
      headers: { ...admin.headers, "content-type": type, ...headers },
    })
    client.on("error", () => undefined)
    client.flushHeaders()
    const [response] = (await once(client, "response")) as [IncomingMessage]
    const body = (await json(response)) as Answer["body"]
    client.destroy()
    return { status: response.statusCode ?? 0, body }
  }

  // The attack: gigabytes that Medusa would take into memory before anybody looks at them.
  it("refuse a request before it was sent", async () => {
    const long = await announce({ "content-length": String(10 ** 12) })
    expect(long.status).toBe(413)
    expect(long.body.message).toContain("allowed are 100 MB at once")
    const endless = await announce({ "transfer-encoding": "chunked" })
    expect(endless.status).toBe(411)
  })

  it("ask who it is before anything else", async () => {
    const response = await fetch(`${admin.url}/admin/uploads`, {
      method: "POST",
      body: new FormData(),
    })
    expect(response.status).toBe(401)
  })

  it("refuse products to import that are none", async () => {
    const page = { name: "products.html", content: "<p>" }
    const path = "/admin/products/import"
    expect((await upload([page], path, "file")).status).toBe(400)
  })

  it.each([
    [{ mime_type: "text/html" }, 400, '"page"'],
    [{ mime_type: "image/svg+xml" }, 400, '"page"'],
    [{ mime_type: "image/png", size: 21 * MB }, 413, '"page" has 21 MB'],
    [{ mime_type: "text/csv" }, 200, undefined],
  ])(
    "straight to the store have the same limits: %j",
    async (more, expected, message) => {
      const { status, body } = await admin.post(
        "/admin/uploads/presigned-urls",
        { originalname: "page", size: 1, ...more }
      )
      expect(status).toBe(expected)
      expect(body.message ?? "").toContain(message ?? "")
    }
  )
})
