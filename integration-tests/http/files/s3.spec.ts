import { adminClient } from "../../helpers/clients"
import {
  type S3Server,
  s3Environment,
  startS3Server,
} from "../../helpers/s3-server"
import { type Server, startServer } from "../../helpers/server"

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
})
