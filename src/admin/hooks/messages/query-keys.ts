/** Every act on a message invalidates `all`. */
export const messagesKeys = {
  all: ["messages"] as const,
  list: (query: object) => [...messagesKeys.all, "list", query] as const,
  suppressions: (query: object) =>
    [...messagesKeys.all, "suppressions", query] as const,
  brand: () => [...messagesKeys.all, "brand"] as const,
  preview: (query: object) => [...messagesKeys.all, "preview", query] as const,
  notes: (query: object) => [...messagesKeys.all, "notes", query] as const,
  preferences: (customerId: string) =>
    [...messagesKeys.all, "preferences", customerId] as const,
  detail: (id: string) => [...messagesKeys.all, "detail", id] as const,
}
