import { randomUUID } from "node:crypto"
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { PrivateBucket, type S3Access } from "../../utils/private-bucket"

const PATIENCE_MS = 8_000

/** The address of an object or a list, as somebody without a key would ask for it. */
function unsigned(signed: string, query: Record<string, string> = {}): string {
  const url = new URL(signed)
  url.search = new URLSearchParams(query).toString()
  return url.href
}

async function answerTo(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal })
  const body = await response.text()
  return response.ok ? body : ""
}

/**
 * Stores a private object and asks for it, and for a list, as a stranger: straight at the store, and where browsers
 * find the public files.
 *
 * @returns what a stranger may do, in words; nothing when all is well
 * @throws what the store answers when it does not take the object, or does not answer at all
 */
export async function leaksOfBucket(
  access: S3Access & { fileUrl: string }
): Promise<string[]> {
  const { client, bucket, acl, object } = new PrivateBucket(access)
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const probe = object(`probe/${randomUUID()}`)
  const secret = randomUUID()
  const put = new PutObjectCommand({ ...probe, ...acl, Body: secret })
  await client.send(put, { abortSignal: signal })
  try {
    const get = new GetObjectCommand(probe)
    const list = new ListObjectsV2Command({ Bucket: bucket })
    const [objectUrl, listUrl] = await Promise.all([
      getSignedUrl(client, get),
      getSignedUrl(client, list),
    ])
    const everything = { "list-type": "2", "max-keys": "1" }
    const [direct, published, listed] = await Promise.all([
      answerTo(unsigned(objectUrl), signal),
      // The store itself may not get there.
      answerTo(`${access.fileUrl}/${probe.Key}`, signal).catch(() => ""),
      answerTo(unsigned(listUrl, everything), signal),
    ])
    return [
      ...(direct.includes(secret) ? [`read them in bucket ${bucket}`] : []),
      ...(published.includes(secret) ? [`read them at ${access.fileUrl}`] : []),
      ...(/<ListBucketResult/.test(listed) ? [`list bucket ${bucket}`] : []),
    ]
  } finally {
    const remove = new DeleteObjectCommand(probe)
    await client.send(remove, { abortSignal: signal }).catch(() => undefined)
    client.destroy()
  }
}
