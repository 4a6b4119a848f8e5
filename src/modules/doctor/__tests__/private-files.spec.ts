import {
  type S3Server,
  s3Options,
  startS3Server,
} from "../../../../integration-tests/helpers/s3-server"
import { resolveSuiteOptions } from "../../../config/options"
import { examinePrivateFiles } from "../checks/private-files"
import type { Setup } from "../finding"

const setupWith = (files: object, isProduction = false) =>
  ({ suite: resolveSuiteOptions({ files }), isProduction }) as unknown as Setup

describe("the doctor, as a stranger at the private files", () => {
  let server: S3Server

  beforeAll(async () => {
    server = await startS3Server()
  })
  afterAll(() => server.stop())

  const examine = (more: object = {}) =>
    examinePrivateFiles(setupWith({ s3: { ...s3Options(server), ...more } }))

  // The attack: what others paid for, by its address, from a bucket that is public as a whole.
  it("refuses a bucket that shows and lists them, and says what to do", async () => {
    expect(await examine()).toMatchObject({
      severity: "refusal",
      found: `anybody can read them in bucket shop, and read them at ${server.url}/shop, and list bucket shop`,
      fix: expect.stringContaining("S3_PRIVATE_BUCKET") as string,
    })
  })

  it("looks at a private object of its own, and takes it away", () => {
    const [put, ...rest] = server.requests
    expect(put).toMatchObject({
      method: "PUT",
      headers: { "x-amz-acl": "private" },
    })
    expect(put?.url.pathname).toMatch(/^\/shop\/private\/probe\/[\w-]+$/)
    expect(rest.at(-1)).toMatchObject({ method: "DELETE" })
    expect(rest.at(-1)?.url.pathname).toBe(put?.url.pathname)
    const asStranger = rest.filter(({ method }) => method === "GET")
    expect(asStranger).toHaveLength(3)
    for (const { headers, url } of asStranger) {
      expect(headers).not.toHaveProperty("authorization")
      expect(url.search).not.toContain("X-Amz")
    }
  })

  it("finds nothing wrong with a bucket that refuses strangers", async () => {
    server.refuseStrangers()
    expect(await examine()).toMatchObject({ severity: "ok" })
  })

  // The attack: the bucket is private, and the CDN before it shows all of it.
  it("refuses one whose files are shown elsewhere", async () => {
    const { openUrl } = server
    expect(await examine({ fileUrl: openUrl })).toMatchObject({
      severity: "refusal",
      found: `anybody can read them at ${openUrl}`,
    })
  })

  it("only warns of one that cannot be reached or refuses the key", async () => {
    for (const wrong of [
      { endpoint: "http://127.0.0.1:9" },
      { secretAccessKey: "wrong" },
      { bucket: "other" },
    ]) {
      const finding = await examine(wrong)
      expect(finding).toMatchObject({
        severity: "warning",
        found: expect.stringContaining("could not be examined") as string,
      })
      expect(finding.found).not.toContain("wrong")
    }
  })
})

it("files on this machine need a folder that lasts in production", async () => {
  const severityOf = async (files: object, isProduction: boolean) =>
    (await examinePrivateFiles(setupWith(files, isProduction))).severity
  expect(await severityOf({}, false)).toBe("ok")
  expect(await severityOf({}, true)).toBe("warning")
  expect(await severityOf({ dir: "/srv/files" }, true)).toBe("ok")
})
