/** Every act on a case invalidates `all`. */
export const reconciliationKeys = {
  all: ["reconciliation"] as const,
  list: (query: object) => [...reconciliationKeys.all, "list", query] as const,
  detail: (id: string) => [...reconciliationKeys.all, "detail", id] as const,
}
