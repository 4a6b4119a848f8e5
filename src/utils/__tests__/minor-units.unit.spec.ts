import fc from "fast-check"
import { fromMinorUnits, toMinorUnits } from "../minor-units"

const exponent = fc.constantFrom(0, 2, 3)
const units = fc.integer({ min: 0, max: 10 ** 15 })

describe("minor units", () => {
  it("go to decimals and back without loss, for any amount and currency", () => {
    fc.assert(
      fc.property(units, exponent, (count, digits) => {
        const decimal = fromMinorUnits(count, digits)
        expect(toMinorUnits(decimal, digits)).toBe(count)
        expect(decimal).toMatch(
          digits === 0 ? /^\d+$/ : new RegExp(`^\\d+\\.\\d{${digits}}$`)
        )
      })
    )
  })

  it("add up: the parts of an amount are worth the whole", () => {
    fc.assert(
      fc.property(units, units, exponent, (a, b, digits) => {
        const parts = [a, b].map((part) =>
          toMinorUnits(fromMinorUnits(part, digits), digits)
        )
        expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBe(a + b)
      })
    )
  })

  it.each([
    ["10.99", 2, 1099],
    [10.99, 2, 1099],
    // As a float 1.005 * 100 is 100.49999999999999.
    ["1.005", 2, 101],
    [{ value: "19.994999999" }, 2, 1999],
    ["500", 0, 500],
    ["499.5", 0, 500],
    ["1.234", 3, 1234],
  ])(
    "count %j with %d digits as %d, rounded half up",
    (amount, digits, count) => {
      expect(toMinorUnits(amount, digits)).toBe(count)
    }
  )

  it.each(["-0.01", "99999999999999999", "rubbish"])(
    "refuse %s, which is no sum of money",
    (amount) => {
      expect(() => toMinorUnits(amount, 2)).toThrow()
    }
  )
})
