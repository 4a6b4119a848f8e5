import fc from "fast-check"
import { fromStripe, toStripe } from "../amounts"

const currency = fc.constantFrom("usd", "INR", "jpy", "KWD", "mga", "huf")
const units = fc.integer({ min: 0, max: 10 ** 12 }).map((count) => count * 10)

describe("amounts for Stripe", () => {
  it("come back as they went, in every currency", () => {
    fc.assert(
      fc.property(units, currency, (count, code) => {
        expect(toStripe(fromStripe(count, code), code)).toBe(count)
      })
    )
  })

  it.each([
    ["10.99", "usd", 1099],
    ["500", "JPY", 500],
    ["5.124", "kwd", 5130],
    ["5.12", "kwd", 5120],
    ["100", "mga", 100],
  ])("count %s %s as %d", (amount, code, count) => {
    expect(toStripe(amount, code)).toBe(count)
  })
})
