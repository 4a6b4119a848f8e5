/** What one unit costs, in major units. INR and KES include tax, USD does not. */
export type Prices = { inr: number; usd: number; kes: number }

export type CatalogueProduct = {
  title: string
  subtitle: string
  handle: string
  /** Start of each variant's sku. */
  sku: string
  description: string
  category: string
  type: string
  collection: string
  tags: string[]
  material: string
  /** Two-letter country code. */
  origin: string
  /** Grams, packed. */
  weight: number
  /** File names under `app/seed/images`, without the ending; the first is the thumbnail. */
  images: string[]
  options: Record<string, string[]>
  prices: Prices
  /** Other prices for the variants that have this option value. */
  pricesByValue?: Record<string, Prices>
  /** Units in stock, one number for each combination of options; the last option turns fastest. */
  stock: number[]
}

export type CatalogueVariant = {
  title: string
  sku: string
  options: Record<string, string>
  prices: Prices
  stock: number
}

export const price = (inr: number, usd: number, kes: number): Prices => ({
  inr,
  usd,
  kes,
})
