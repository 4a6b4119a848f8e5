import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** An answer as it goes over the wire, so that many requests can be sent the same bytes. */
export type ReadyJson = { body: Buffer; etag: string }

/** Encodes and fingerprints once what Express would encode and fingerprint for each request. */
export function readyJson(
  answer: object,
  app: MedusaRequest["app"]
): ReadyJson {
  const body = Buffer.from(JSON.stringify(answer))
  return { body, etag: app.get("etag fn")(body) }
}

/** Answers with it, or with 304 where the client has it already. */
export function sendReadyJson(
  res: MedusaResponse<Buffer>,
  { body, etag }: ReadyJson
) {
  res.type("json").set("ETag", etag).send(body)
}
