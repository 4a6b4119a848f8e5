/** Every act on a message invalidates `all`. */
export const messagesKeys = {
  all: ["messages"] as const,
  list: (query: object) => [...messagesKeys.all, "list", query] as const,
  brand: () => [...messagesKeys.all, "brand"] as const,
  preview: (query: object) => [...messagesKeys.all, "preview", query] as const,
  detail: (id: string) => [...messagesKeys.all, "detail", id] as const,
}
