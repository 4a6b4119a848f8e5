import { useQueryParams } from "@medusajs/dashboard/hooks"
import type { PaymentWebhooksQuery } from "./use-payment-webhooks"

const FILTERS = ["status", "provider_id", "event_type", "received_at"] as const

/** What the page's address asks for, in the words of the API. The table keeps its state there. */
export function usePaymentWebhooksParams(limit: number): PaymentWebhooksQuery {
  const { q, order, offset, ...filters } = useQueryParams([
    "q",
    "order",
    "offset",
    ...FILTERS,
  ])
  const chosen = FILTERS.map(
    (name) => [name, parse(filters[name])] as const
  ).filter(([, value]) => !isEmpty(value))
  return {
    ...Object.fromEntries(chosen),
    q,
    order,
    limit,
    offset: Number(offset ?? 0),
  }
}

/** The table writes filters as JSON; links written by hand need not. */
function parse(value: string | undefined): unknown {
  try {
    return value === undefined ? undefined : JSON.parse(value)
  } catch {
    return value
  }
}

/** A filter that was opened, but nothing chosen yet. */
function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === "" ||
    (Array.isArray(value) && !value.length)
  )
}
