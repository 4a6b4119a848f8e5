import { createHash } from "node:crypto"
import type { MedusaRequest } from "@medusajs/framework/http"
import { suiteSecret } from "../../../../config/suite-options"
import type { ReceivedWebhook } from "../../../../modules/payment-webhooks/receive-sql"
import {
  verifiesWebhooks,
  type VerifiesWebhooks,
} from "../../../../utils/payment-webhook"
import {
  sealForeignWebhook,
  sealVerifiedWebhook,
} from "../../../../utils/sealed-webhook"

/** What may be kept in the open and shown: who sent what kind of thing. Never a signature. */
const SHOWN_HEADERS = [
  "content-type",
  "content-length",
  "user-agent",
  "x-request-id",
  "traceparent",
]

/**
 * The webhook of a request as it will be stored. The suite's providers have checked it and
 * reduced it to what its meaning needs; a host's provider checks it later, so all of it is kept.
 *
 * @throws WebhookRefused
 */
export function receivedWebhook(
  req: MedusaRequest,
  { id, provider }: { id: string; provider: object }
): ReceivedWebhook {
  const rawData = req.rawBody as Buffer
  const stored = {
    provider_id: id,
    sha256: createHash("sha256").update(rawData).digest("hex"),
    headers: shownHeaders(req.headers),
  }
  return verifiesWebhooks(provider)
    ? { ...stored, ...verified(req, provider) }
    : { ...stored, ...foreign(req) }
}

function verified(req: MedusaRequest, provider: VerifiesWebhooks) {
  const event = provider.verifyWebhook({
    rawData: req.rawBody as Buffer,
    headers: req.headers,
  })
  return {
    verified: true,
    event_id: event.event_id,
    event_type: event.event_type,
    occurred_at: event.occurred_at,
    body: sealVerifiedWebhook(event, suiteSecret()),
  }
}

function foreign(req: MedusaRequest) {
  const { headers, body: data } = req
  const rawData = req.rawBody as Buffer
  return {
    verified: false,
    event_id: null,
    event_type: null,
    occurred_at: null,
    body: sealForeignWebhook({ rawData, headers, data }, suiteSecret()),
  }
}

function shownHeaders(headers: MedusaRequest["headers"]) {
  return Object.fromEntries(
    SHOWN_HEADERS.flatMap((name) => {
      const value = headers[name]
      return typeof value === "string" ? [[name, value.slice(0, 200)]] : []
    })
  )
}
