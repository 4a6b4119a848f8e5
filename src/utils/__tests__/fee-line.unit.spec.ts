import { feeMetadata, isFeeLine } from "../fee-line"

const metadata = feeMetadata("cash-on-delivery")
const fee = { variant_id: null, product_id: null, metadata }

describe("A line of a cart or an order", () => {
  it("is a fee when it is marked and sells nothing", () => {
    expect(isFeeLine(fee)).toBe(true)
    expect(isFeeLine(fee, "cash-on-delivery")).toBe(true)
    expect(isFeeLine(fee, "gift-wrap")).toBe(false)
  })

  it("is no fee when a shopper put the mark on a product", () => {
    expect(isFeeLine({ ...fee, variant_id: "variant_1" })).toBe(false)
    expect(isFeeLine({ ...fee, product_id: "prod_1" })).toBe(false)
  })

  it.each([null, undefined, {}, { commerce_suite_fee: true }])(
    "is no fee without the mark: %j",
    (mark) => {
      expect(isFeeLine({ ...fee, metadata: mark })).toBe(false)
    }
  )
})
