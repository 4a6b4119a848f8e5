/** Every change of a digital product or a grant invalidates `all`. */
export const digitalProductsKeys = {
  all: ["digital-products"] as const,
  product: (id: string) => [...digitalProductsKeys.all, "product", id] as const,
  grants: (query: object) =>
    [...digitalProductsKeys.all, "grants", query] as const,
}
