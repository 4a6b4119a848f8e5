import type { RawWebhook, VerifiedWebhook } from "./payment-webhook"
import { seal, unseal } from "./seal"

const VERIFIED = "payment-webhook"
const FOREIGN = "payment-webhook-foreign"

/** All that a provider of the host gets; `data` is the body as Medusa parsed it. */
export type ForeignWebhook = RawWebhook & { data: unknown }

export function sealVerifiedWebhook(event: VerifiedWebhook, secret: string) {
  return seal(JSON.stringify(event), VERIFIED, secret)
}

export function openVerifiedWebhook(
  sealed: string,
  secret: string
): VerifiedWebhook {
  const event = JSON.parse(unseal(sealed, VERIFIED, secret)) as VerifiedWebhook
  const { occurred_at: occurredAt } = event
  return { ...event, occurred_at: occurredAt && new Date(occurredAt) }
}

export function sealForeignWebhook(webhook: ForeignWebhook, secret: string) {
  const rawData = webhook.rawData.toString("base64")
  return seal(JSON.stringify({ ...webhook, rawData }), FOREIGN, secret)
}

export function openForeignWebhook(
  sealed: string,
  secret: string
): ForeignWebhook {
  const { rawData, ...webhook } = JSON.parse(
    unseal(sealed, FOREIGN, secret)
  ) as Omit<ForeignWebhook, "rawData"> & { rawData: string }
  return { ...webhook, rawData: Buffer.from(rawData, "base64") }
}
