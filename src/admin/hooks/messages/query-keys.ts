/** Every act on a message invalidates `all`. */
export const messagesKeys = {
  all: ["messages"] as const,
  list: (query: object) => [...messagesKeys.all, "list", query] as const,
  notes: (query: object) => [...messagesKeys.all, "notes", query] as const,
  preferences: (customerId: string) =>
    [...messagesKeys.all, "preferences", customerId] as const,
  detail: (id: string) => [...messagesKeys.all, "detail", id] as const,
}
