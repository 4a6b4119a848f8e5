/** Every collection of cash invalidates `all`. */
export const cashKeys = {
  all: ["cash-on-delivery"] as const,
  list: (query: object) => [...cashKeys.all, "list", query] as const,
  order: (id: string) => [...cashKeys.all, "order", id] as const,
}
