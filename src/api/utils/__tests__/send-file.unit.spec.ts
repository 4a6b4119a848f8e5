import { once } from "node:events"
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http"
import type { AddressInfo } from "node:net"
import { Readable } from "node:stream"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { waitFor } from "../../../../integration-tests/helpers/wait-for"
import { type OutgoingFile, sendFile } from "../send-file"

const CONTENT = Buffer.from("0123456789".repeat(100))

describe("a file that is sent", () => {
  const warnings: string[] = []
  let file: OutgoingFile
  let server: Server
  let opened: Readable[]

  beforeEach(async () => {
    opened = []
    file = {
      filename: "pattern.pdf",
      size: CONTENT.length,
      etag: "abc",
      open: (range) => {
        const end = range ? range.end + 1 : undefined
        const stream = Readable.from([CONTENT.subarray(range?.start ?? 0, end)])
        opened.push(stream)
        return Promise.resolve(stream)
      },
    }
    server = createServer((req, res) => void answer(req, res))
    server.listen(0, "127.0.0.1")
    await once(server, "listening")
  })
  afterEach(() => {
    warnings.length = 0
    server.closeAllConnections()
    server.close()
  })

  /** What Express and Medusa add to Node's own. */
  async function answer(req: IncomingMessage, res: ServerResponse) {
    const status = (code: number) => Object.assign(res, { statusCode: code })
    const logger = { warn: (line: string) => warnings.push(line) }
    const scope = { resolve: () => logger }
    try {
      await sendFile(
        Object.assign(req, { scope }) as unknown as MedusaRequest,
        Object.assign(res, { status }) as unknown as MedusaResponse,
        file
      )
    } catch {
      res.writeHead(500).end()
    }
  }

  const url = () =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const get = (headers: Record<string, string> = {}, method = "GET") =>
    fetch(url(), { headers, method })

  it("is saved, not shown, and kept by nobody on the way", async () => {
    file = {
      ...file,
      filename: 'a"\r\nX-Evil: 1.pdf',
      content_type: "text/html\r\nX-Evil: 2",
    }
    const response = await get()
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "private, no-store, no-transform",
      "content-disposition": 'attachment; filename="a_X-Evil_ 1.pdf"',
      "content-type": "application/octet-stream",
      "content-length": "1000",
      "x-content-type-options": "nosniff",
      "accept-ranges": "bytes",
      etag: '"abc"',
    })
    expect(response.headers.get("x-evil")).toBeNull()
    expect(Buffer.from(await response.arrayBuffer())).toEqual(CONTENT)
  })

  it("goes on where a download broke off", async () => {
    const response = await get({ range: "bytes=990-" })
    expect(response.status).toBe(206)
    expect(response.headers.get("content-range")).toBe("bytes 990-999/1000")
    expect(response.headers.get("content-length")).toBe("10")
    expect(await response.text()).toBe("0123456789")
  })

  it("begins anew when it is another than the part that the client has", async () => {
    const range = "bytes=990-"
    expect((await get({ range, "if-range": '"abc"' })).status).toBe(206)
    const other = await get({ range, "if-range": '"old"' })
    expect(other.status).toBe(200)
    expect((await other.text()).length).toBe(1000)
  })

  it("has no bytes after its last", async () => {
    const response = await get({ range: "bytes=1000-" })
    expect(response.status).toBe(416)
    expect(response.headers.get("content-range")).toBe("bytes */1000")
    expect(opened).toEqual([])
  })

  it("tells its size without being opened", async () => {
    const response = await get({}, "HEAD")
    expect(response.headers.get("content-length")).toBe("1000")
    expect(opened).toEqual([])
  })

  it("is let go when the client goes", async () => {
    const endless = new Readable({
      read() {
        setTimeout(() => this.push(Buffer.alloc(16_384)), 1)
      },
    })
    file = { ...file, size: 10 ** 12, open: () => Promise.resolve(endless) }
    const client = request(url()).end()
    const [response] = (await once(client, "response")) as [IncomingMessage]
    await once(response, "data")
    response.destroy()
    await waitFor(() => Promise.resolve(endless.destroyed), {
      what: "the file to be closed",
    })
  })

  it("that cannot be read any further is cut off, not shortened", async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.alloc(10)
        throw new Error("the disk is gone")
      })()
    )
    file = { ...file, open: () => Promise.resolve(broken) }
    await expect(get().then((response) => response.text())).rejects.toThrow()
    expect(warnings).toEqual([
      "[files] a download ended early: the disk is gone",
    ])
  })

  it("that cannot be opened is an error of the route's", async () => {
    file = { ...file, open: () => Promise.reject(new Error("not there")) }
    const response = await get()
    expect(response.status).toBe(500)
    expect(response.headers.get("content-disposition")).toBeNull()
  })
})
