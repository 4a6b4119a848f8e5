import { type RefundedLine, refundedUnits } from "../refunded-units"

const line = (more: Partial<RefundedLine>): RefundedLine => ({
  ...{ id: "ebook", is_digital: true, quantity: 3, active: 3, revoked: 0 },
  ...{ returned: 0, unit_total: "499" },
  ...more,
})

const shirt = line({
  ...{ id: "shirt", is_digital: false, quantity: 1, active: 0 },
  unit_total: "899",
})

const units = (
  amount: string,
  lines = [line({}), shirt],
  shipping_total = "60"
) => refundedUnits({ amount, currency_code: "inr", shipping_total, lines })

describe("what a part of the money takes away", () => {
  it("is as many units as it pays for", () => {
    expect(units("499")).toEqual([{ line_item_id: "ebook", count: 1 }])
    expect(units("998.004")).toEqual([{ line_item_id: "ebook", count: 2 }])
    expect(units("1497")).toEqual([{ line_item_id: "ebook", count: 3 }])
  })

  // The attack: a goodwill of a few rupees that locks a buyer out.
  it("is nothing when it pays for no whole unit, or for something else", () => {
    expect(units("100")).toEqual([])
    expect(units("899")).toEqual([])
    expect(units("60", [line({ unit_total: "60" }), shirt])).toEqual([])
    expect(units("500")).toEqual([])
  })

  it("is nothing when two lines cost the same: nobody knows which is meant", () => {
    expect(units("499", [line({}), line({ id: "other" })])).toEqual([])
  })

  it("is all that is digital when it pays for that together", () => {
    const lines = [
      line({ active: 1 }),
      line({ id: "font", active: 2, unit_total: "100" }),
    ]
    expect(units("699", [...lines, shirt])).toEqual([
      { line_item_id: "ebook", count: 1 },
      { line_item_id: "font", count: 2 },
    ])
  })

  it("is what was returned, whatever the amount, and once", () => {
    const returned = line({ returned: 2 })
    expect(units("42", [returned, shirt])).toEqual([
      { line_item_id: "ebook", count: 2 },
    ])
    expect(
      units("42", [line({ returned: 2, revoked: 2, active: 1 }), shirt])
    ).toEqual([])
  })
})
