import { createHash, createHmac } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"

type SignedRequest = {
  method: string
  url: URL
  headers: IncomingHttpHeaders
}

const ALGORITHM = "AWS4-HMAC-SHA256"

const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest()

const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  )

/** Where a signature stands: in the address of a link, or in a header. */
function statedIn({ url, headers }: SignedRequest) {
  const query = url.searchParams
  if (query.has("X-Amz-Signature")) {
    return {
      credential: query.get("X-Amz-Credential") ?? "",
      names: query.get("X-Amz-SignedHeaders") ?? "",
      signature: query.get("X-Amz-Signature") ?? "",
      date: query.get("X-Amz-Date") ?? "",
      payload: query.get("X-Amz-Content-Sha256") ?? "UNSIGNED-PAYLOAD",
    }
  }
  const part = (name: string) =>
    new RegExp(`${name}=([^, ]+)`).exec(headers.authorization ?? "")?.[1] ?? ""
  return {
    credential: part("Credential"),
    names: part("SignedHeaders"),
    signature: part("Signature"),
    date: String(headers["x-amz-date"]),
    payload: String(headers["x-amz-content-sha256"]),
  }
}

const sortedQuery = (url: URL) =>
  [...url.searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&")

/** Whether a request is signed with a secret, as AWS documents its Signature Version 4; s3rver does not look. */
export function isSignedWith(secret: string, request: SignedRequest): boolean {
  const { method, url, headers } = request
  const stated = statedIn(request)
  const [, day = "", region = "", service = ""] = stated.credential.split("/")
  const canonical = [
    method,
    url.pathname,
    sortedQuery(url),
    ...stated.names
      .split(";")
      .map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    stated.names,
    stated.payload,
  ].join("\n")
  const scope = `${day}/${region}/${service}/aws4_request`
  const digest = createHash("sha256").update(canonical).digest("hex")
  const key = [day, region, service, "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${secret}`
  )
  const text = [ALGORITHM, stated.date, scope, digest].join("\n")
  return hmac(key, text).toString("hex") === stated.signature
}
