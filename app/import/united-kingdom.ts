import type { Market } from "../seed/base/market"

/** Where the imported catalogue is sold. */
export const unitedKingdom: Market = {
  name: "United Kingdom",
  country: "gb",
  currency: "gbp",
  taxInclusive: true,
  tax: { standard: { name: "VAT 20 %", code: "vat-20", rate: 20 } },
  delivery: {
    standard: { name: "Royal Mail Tracked 48", amount: 3.95 },
    express: { name: "Next-day courier", amount: 7.95 },
    return: { name: "Return by post", amount: 3.95 },
  },
}
