import { createHash } from "node:crypto"
import { Readable } from "node:stream"
import { text } from "node:stream/consumers"
import { setTimeout as sleep } from "node:timers/promises"
import {
  type S3Server,
  s3Options,
  startS3Server,
} from "../../../../integration-tests/helpers/s3-server"
import FilesModuleService from "../service"

const KEY = "digital/01j8/main.pdf"
const OBJECT = `/shop/store/private/${KEY}`

describe("private files in S3", () => {
  let server: S3Server
  let files: FilesModuleService

  beforeAll(async () => {
    server = await startS3Server()
    const s3 = { ...s3Options(server), prefix: "store" }
    files = new FilesModuleService({}, { files: { s3 } })
  })
  afterAll(() => server.stop())
  beforeEach(() => server.requests.splice(0))

  const write = (content: string) =>
    files.write(KEY, Readable.from([Buffer.from(content)]))

  const upload = (size: number, expires_in?: number) =>
    files.createUpload({
      ...{ key: KEY, content_type: "application/pdf", size, expires_in },
    })

  async function put(
    target: Awaited<ReturnType<typeof upload>>,
    body: string,
    headers?: Record<string, string>
  ) {
    const { url, method, headers: asked } = target ?? { url: "", headers: {} }
    return fetch(url, { method, body, headers: { ...asked, ...headers } })
  }

  it("are stored as private, measured, and without checksums that other stores refuse", async () => {
    expect(await write("hello")).toEqual({
      size: 5,
      sha256: createHash("sha256").update("hello").digest("hex"),
    })
    const [{ url, headers } = { url: null, headers: {} }] = server.requests
    expect(url?.pathname).toBe(OBJECT)
    expect(headers).toMatchObject({
      "x-amz-acl": "private",
      "cache-control": "private, no-store",
    })
    const names = Object.keys(headers).join(" ")
    expect(names).not.toMatch(/x-amz-checksum|x-amz-sdk-checksum|trailer/)
    expect(await files.stat(KEY)).toMatchObject({ size: 5 })
    expect(await text(await files.read(KEY))).toBe("hello")
  })

  it("may say nothing of privacy where a store has no ACLs", async () => {
    const s3 = { ...s3Options(server), acl: false, privateBucket: "shop" }
    const other = new FilesModuleService({}, { files: { s3 } })
    await other.write(KEY, Readable.from(["hello"]))
    const { headers } = (await other.createUpload({
      ...{ key: KEY, content_type: "text/csv", size: 1 },
    })) ?? { headers: {} }
    expect(headers).toEqual({ "content-type": "text/csv" })
    expect(server.requests[0]?.headers).not.toHaveProperty("x-amz-acl")
  })

  it("of 64 MB pass through little memory: no more is read than was sent, but for a few parts", async () => {
    const piece = Buffer.alloc(1024 * 1024, "x")
    const before = server.received()
    let read = 0
    let most = 0
    const pieces = function* () {
      for (; read < 64 * piece.length; read += piece.length) {
        most = Math.max(most, read - (server.received() - before))
        yield piece
      }
    }
    const { size } = await files.write(KEY, Readable.from(pieces()))
    expect(size).toBe(64 * piece.length)
    expect((await files.stat(KEY))?.size).toBe(size)
    expect(most).toBeLessThan(24 * piece.length)
  })

  it("of a stream that breaks are not there, nor their parts", async () => {
    await files.delete(KEY)
    async function* breaking() {
      yield Buffer.alloc(11 * 1024 * 1024)
      await sleep(100)
      throw new Error("the client is gone")
    }
    await expect(files.write(KEY, Readable.from(breaking()))).rejects.toThrow(
      "the client is gone"
    )
    expect(await files.stat(KEY)).toBeNull()
    const aborted = server.requests.filter(
      ({ method, url }) =>
        method === "DELETE" && url.searchParams.has("uploadId")
    )
    expect(aborted).toHaveLength(1)
  })

  it("are read in part", async () => {
    await write("0123456789")
    expect(await text(await files.read(KEY, { start: 2, end: 4 }))).toBe("234")
    expect(await text(await files.read(KEY, { start: 8 }))).toBe("89")
  })

  it("that are not there are said to be so, and removed twice", async () => {
    await write("hello")
    await files.delete(KEY)
    await files.delete(KEY)
    expect(await files.stat(KEY)).toBeNull()
    await expect(files.read(KEY)).rejects.toMatchObject({ type: "not_found" })
  })

  // The attack: an address to write to that outlives the look at what was written.
  it("are copied inside the store, and what is written to the first later is not in the copy", async () => {
    const target = await upload(5)
    await put(target, "hello")
    server.requests.splice(0)
    expect(await files.copy(KEY, "digital/01j8/copy")).toBe(true)
    const [{ method, headers } = { method: "", headers: {} }] = server.requests
    expect([method, headers["content-length"]]).toEqual(["PUT", "0"])
    expect(headers).toMatchObject({
      ...{ "x-amz-acl": "private", "x-amz-copy-source": OBJECT.slice(1) },
    })
    expect((await put(target, "other")).status).toBe(200)
    expect(await text(await files.read(KEY))).toBe("other")
    expect(await text(await files.read("digital/01j8/copy"))).toBe("hello")
    await files.delete(KEY)
    expect(await files.copy(KEY, "digital/01j8/none")).toBe(false)
  })

  // The attack: a client that sends more, something else, or makes it public.
  it("are sent by a browser as they were announced, and not otherwise", async () => {
    const target = await upload(5)
    expect(target?.headers).toEqual({
      "content-type": "application/pdf",
      "x-amz-acl": "private",
    })
    const url = new URL(target?.url ?? "")
    const signed = url.searchParams.get("X-Amz-SignedHeaders")?.split(";")
    expect(signed).toEqual([
      "content-length",
      "content-type",
      "host",
      "x-amz-acl",
    ])
    expect((await put(target, "hello!")).status).toBe(403)
    const wrongs: Record<string, string>[] = [
      { "x-amz-acl": "public-read" },
      { "content-type": "text/html" },
    ]
    for (const wrong of wrongs) {
      expect((await put(target, "hello", wrong)).status).toBe(403)
    }
    expect(await files.stat(KEY)).toBeNull()
    expect((await put(target, "hello")).status).toBe(200)
    expect(await files.stat(KEY)).toEqual({
      size: 5,
      content_type: "application/pdf",
    })
  })

  it("are taken from a browser until the time that was said", async () => {
    const target = await upload(5, 1)
    const said = Date.parse(target?.expires_at ?? "")
    expect(said - Date.now()).toBeLessThanOrEqual(1000)
    await sleep(2_100)
    expect((await put(target, "hello")).status).toBe(403)
  })

  it("are fetched by a link that saves them under their name, for five minutes at most", async () => {
    await write("hello")
    const link = await files.createLink({
      ...{ key: KEY, filename: "Schürze\r\n.pdf", expires_in: 9_999 },
      content_type: "application/pdf",
    })
    const url = new URL(link ?? "")
    expect(url.searchParams.get("X-Amz-Expires")).toBe("300")
    const response = await fetch(url)
    expect(await response.text()).toBe("hello")
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="Schurze.pdf"; filename*=UTF-8''Sch%C3%BCrze.pdf`
    )
    expect(response.headers.get("content-type")).toBe("application/pdf")
    expect(response.headers.get("cache-control")).toBe("private, no-store")
    const range = await fetch(url, { headers: { range: "bytes=1-2" } })
    expect([range.status, await range.text()]).toEqual([206, "el"])
  })

  // The attack: a link that somebody passed on, or changed.
  it("are not fetched by a link that ran out or was changed", async () => {
    await write("hello")
    const link = await files.createLink({
      key: KEY,
      filename: "a",
      expires_in: 1,
    })
    const changed = new URL(link ?? "")
    changed.searchParams.set("response-content-disposition", "inline")
    expect((await fetch(changed)).status).toBe(403)
    const other = (link ?? "").replace("main.pdf", "other.pdf")
    expect((await fetch(other)).status).toBe(403)
    await sleep(2_100)
    expect((await fetch(link ?? "")).status).toBe(403)
  })
})
