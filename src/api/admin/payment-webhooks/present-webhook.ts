import { suiteSecret } from "../../../config/suite-options"
import type { PaymentWebhookRow } from "../../../modules/payment-webhooks/service"
import type {
  AdminPaymentWebhook,
  AdminPaymentWebhookDetail,
} from "../../../types/payment-webhooks"
import { redact } from "../../../utils/redact"
import {
  openForeignWebhook,
  openVerifiedWebhook,
} from "../../../utils/sealed-webhook"
import { adminPaymentWebhookFields } from "./query-config"

/** What a list may show. */
export function presentWebhook(row: PaymentWebhookRow): AdminPaymentWebhook {
  const shown = adminPaymentWebhookFields.map((field) => [
    field,
    row[field] ?? null,
  ])
  return Object.fromEntries(shown) as AdminPaymentWebhook
}

/** One webhook with its body, masked. */
export function presentWebhookDetail(
  row: PaymentWebhookRow
): AdminPaymentWebhookDetail {
  return {
    ...presentWebhook(row),
    headers: row.headers as Record<string, string>,
    body: readableBody(row),
  }
}

/** Null when it was sealed with another secret. */
function readableBody({ verified, body }: PaymentWebhookRow): unknown {
  try {
    return verified
      ? redact(openVerifiedWebhook(body, suiteSecret()).data)
      : parsedOnly(openForeignWebhook(body, suiteSecret()).data)
  } catch {
    return null
  }
}

/** A text may hold anything, and no mask fits it. */
function parsedOnly(data: unknown): unknown {
  return typeof data === "object" ? redact(data) : null
}
