/** A replay invalidates `all`. */
export const paymentWebhooksKeys = {
  all: ["payment-webhooks"] as const,
  list: (query: object) => [...paymentWebhooksKeys.all, "list", query] as const,
  detail: (id: string) => [...paymentWebhooksKeys.all, "detail", id] as const,
  providers: ["payment-webhooks-providers"] as const,
}
