import type { Market } from "./base/market"

/** Rates as of November 2026, simplified: a demo store is no tax adviser. */
export const markets: Market[] = [
  {
    name: "India",
    country: "in",
    currency: "inr",
    cashOnDelivery: true,
    // The printed maximum retail price (MRP) includes GST.
    taxInclusive: true,
    tax: {
      standard: { name: "GST 18 %", code: "gst-18", rate: 18 },
      // Packed food, and garments up to ₹ 2,500.
      reduced: {
        name: "GST 5 %",
        code: "gst-5",
        rate: 5,
        productTypes: ["Clothing", "Food"],
      },
    },
    delivery: {
      standard: { name: "Standard delivery (3–6 days)", amount: 79 },
      express: { name: "Express delivery (1–2 days)", amount: 199 },
      return: { name: "Return pick-up", amount: 79 },
    },
  },
  {
    name: "United States",
    country: "us",
    currency: "usd",
    taxInclusive: false,
    // The states' own rates; counties and cities add theirs in real life.
    tax: {
      provinces: {
        "us-ca": { name: "California sales tax", code: "us-ca", rate: 7.25 },
        "us-ny": { name: "New York sales tax", code: "us-ny", rate: 4 },
        "us-tx": { name: "Texas sales tax", code: "us-tx", rate: 6.25 },
      },
    },
    delivery: {
      standard: { name: "Standard shipping (7–12 days)", amount: 8 },
      express: { name: "Express shipping (3–4 days)", amount: 25 },
      return: { name: "Return by mail", amount: 8 },
    },
  },
  {
    name: "Kenya",
    country: "ke",
    currency: "kes",
    taxInclusive: true,
    tax: { standard: { name: "VAT 16 %", code: "vat-16", rate: 16 } },
    delivery: {
      standard: { name: "Standard delivery (5–9 days)", amount: 450 },
      express: { name: "Express delivery (2–4 days)", amount: 990 },
      return: { name: "Return pick-up", amount: 450 },
    },
  },
]
