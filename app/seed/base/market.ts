type Rate = { name: string; code: string; rate: number }
type Delivery = { name: string; amount: number }

/** A country to sell to: its region, taxes and deliveries. */
export type Market = {
  name: string
  /** Two-letter code, lower case. */
  country: string
  currency: string
  /** Whether shoppers may pay when the parcel comes. */
  cashOnDelivery?: true
  /** Whether the prices in the shop include tax, as the country's shoppers expect. */
  taxInclusive: boolean
  tax: {
    /** Absent where tax is only known per province. */
    standard?: Rate
    /** For products of these types. */
    reduced?: Rate & { productTypes: string[] }
    /** Province code → rate, for example `us-ca`. */
    provinces?: Record<string, Rate>
  }
  delivery: { standard: Delivery; express: Delivery; return: Delivery }
}
