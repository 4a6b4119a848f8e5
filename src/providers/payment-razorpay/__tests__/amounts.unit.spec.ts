import fc from "fast-check"
import { fromRazorpay, toRazorpay } from "../amounts"

const WITHOUT = ["jpy", "KRW", "vnd"]
const WITH_TWO = ["inr", "INR", "usd", "kes"]
const WITH_THREE = ["kwd", "BHD", "omr"]

const units = fc.integer({ min: 0, max: 10 ** 13 })
const unitsOf = (currency: string) =>
  WITH_THREE.includes(currency) ? units.map((count) => count * 10) : units
const money = fc
  .constantFrom(...WITHOUT, ...WITH_TWO, ...WITH_THREE)
  .chain((currency) => fc.tuple(unitsOf(currency), fc.constant(currency)))

describe("amounts for Razorpay", () => {
  it("come back as they went, with 0, 2 and 3 decimals, through no float", () => {
    fc.assert(
      fc.property(money, ([count, currency]) => {
        const decimal = fromRazorpay(count, currency)
        expect(toRazorpay(decimal, currency)).toBe(count)
      }),
      { numRuns: 2000 }
    )
  })

  it("are what the digits of any decimal string say", () => {
    const text = fc.tuple(
      fc.integer({ min: 0, max: 10 ** 11 }),
      fc.integer({ min: 0, max: 99 })
    )
    fc.assert(
      fc.property(text, ([whole, cents]) => {
        const amount = `${whole}.${String(cents).padStart(2, "0")}`
        expect(toRazorpay(amount, "inr")).toBe(whole * 100 + cents)
        expect(toRazorpay(amount, "kwd")).toBe(whole * 1000 + cents * 10)
      }),
      { numRuns: 2000 }
    )
  })

  it.each([
    ["499.99", "inr", 49_999],
    ["29", "INR", 2900],
    ["19.99", "usd", 1999],
    ["1000", "jpy", 1000],
    // Razorpay wants the last of three decimals to be 0.
    ["99.991", "kwd", 99_990],
    ["99.995", "kwd", 100_000],
    [{ value: "0.1" }, "inr", 10],
  ])("count %j %s as %d", (amount, currency, count) => {
    expect(toRazorpay(amount, currency)).toBe(count)
  })
})
