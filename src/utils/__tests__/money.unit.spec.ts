import { isSameAmount } from "../money"

describe("Two amounts of one currency", () => {
  it.each([
    ["inr", 1499, 1499, true],
    ["inr", "10.005", 10.01, true],
    ["inr", 14.99, 15, false],
    ["inr", 1, 1499, false],
    ["jpy", 1000.4, 1000, true],
    ["jpy", 1000, 1001, false],
    ["kwd", 1.234, 1.24, true],
    ["kwd", 1.23, 1.24, false],
    ["xyz", 1, 1.01, false],
  ])("in %s: %s and %s are the same money: %s", (code, one, other, same) => {
    expect(isSameAmount(one, other, code)).toBe(same)
    expect(isSameAmount(other, one, code)).toBe(same)
  })
})
