export const paymentTransactionsKeys = {
  all: ["payment-transactions"] as const,
  list: (query: object) =>
    [...paymentTransactionsKeys.all, "list", query] as const,
}
