import { mkdtemp, rm } from "node:fs/promises"
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http"
import type { AddressInfo } from "node:net"
import os from "node:os"
import path from "node:path"
import S3rver from "s3rver"
import { isSignedWith } from "./s3-signature"

/** What a client sent, as it came over the wire. */
type S3Request = {
  method: string
  url: URL
  headers: IncomingHttpHeaders
}

/**
 * An S3-protocol server on this machine behind a proxy that notes every request and checks its signature. It shows
 * every object to strangers whatever its ACL says: what was asked for is in the requests.
 */
export type S3Server = {
  url: string
  /** Where everybody reads all of it, as from a CDN with a key of its own. */
  openUrl: string
  bucket: string
  requests: S3Request[]
  /** How many bytes of content came so far. */
  received: () => number
  /** Strangers get 403 from now on, as from a private bucket. */
  refuseStrangers: () => void
  stop: () => Promise<void>
}

const S3_KEYS = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" }

const isStranger = ({ headers, url = "" }: IncomingMessage) =>
  !headers.authorization && !url.includes("X-Amz-Signature")

export async function startS3Server(): Promise<S3Server> {
  const bucket = "shop"
  const directory = await mkdtemp(path.join(os.tmpdir(), "s3-"))
  const store = new S3rver({
    address: "127.0.0.1",
    port: 0,
    directory,
    silent: true,
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  const { port } = await store.run()
  const requests: S3Request[] = []
  let isPrivate = false
  let received = 0

  const forward = (req: IncomingMessage, res: ServerResponse) => {
    const { method = "", headers, url = "/" } = req
    const asked = { method, headers, url: new URL(url, "http://s3") }
    requests.push(asked)
    const isAllowed = isStranger(req)
      ? !isPrivate
      : isSignedWith(S3_KEYS.secretAccessKey, asked)
    if (!isAllowed) {
      req.resume()
      res.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>")
      return
    }
    const target = { host: "127.0.0.1", port, method, path: url, headers }
    const onward = request(target, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    onward.on("error", () => res.destroy())
    req.on("data", (chunk: Buffer) => (received += chunk.length))
    req.pipe(onward)
  }

  const proxy = createServer(forward)
  await new Promise<void>((resolve) =>
    proxy.listen(0, "127.0.0.1", () => resolve())
  )
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    openUrl: `http://127.0.0.1:${port}/${bucket}`,
    bucket,
    requests,
    received: () => received,
    refuseStrangers: () => {
      isPrivate = true
    },
    stop: async () => {
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
      await store.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** The suite's option `files.s3` for it. */
export const s3Options = ({ url, bucket }: S3Server) => ({
  endpoint: url,
  region: "us-east-1",
  bucket,
  ...S3_KEYS,
  fileUrl: `${url}/${bucket}`,
  forcePathStyle: true,
})

/** The environment of a store that uses it. */
export const s3Environment = ({ url, bucket }: S3Server) => ({
  S3_ENDPOINT: url,
  S3_REGION: "us-east-1",
  S3_BUCKET: bucket,
  S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
  S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
  S3_FILE_URL: `${url}/${bucket}`,
  S3_FORCE_PATH_STYLE: "true",
})
