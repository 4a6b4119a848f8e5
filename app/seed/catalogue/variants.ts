import type { CatalogueProduct, CatalogueVariant, Prices } from "./types"

/** Every combination of the product's options, in the order of its `stock`. */
export function variantsOf(product: CatalogueProduct): CatalogueVariant[] {
  const combinations = combine(Object.entries(product.options))
  if (combinations.length !== product.stock.length) {
    throw new Error(
      `${product.handle}: ${combinations.length} variants but ${product.stock.length} stock numbers`
    )
  }
  return combinations.map((options, index) => {
    const values = Object.values(options)
    return {
      title: values.join(" / "),
      sku: [product.sku, ...values.map(skuPart)].join("-"),
      options,
      prices: pricesOf(product, values),
      stock: product.stock[index] ?? 0,
    }
  })
}

function combine(options: [string, string[]][]): Record<string, string>[] {
  return options.reduce<Record<string, string>[]>(
    (combinations, [title, values]) =>
      combinations.flatMap((combination) =>
        values.map((value) => ({ ...combination, [title]: value }))
      ),
    [{}]
  )
}

function pricesOf(product: CatalogueProduct, values: string[]): Prices {
  const priced = values.find((value) => product.pricesByValue?.[value])
  return (priced && product.pricesByValue?.[priced]) || product.prices
}

function skuPart(value: string): string {
  return value
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
}
