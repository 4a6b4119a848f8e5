import { amountAt } from "../place-amount"

const AMOUNTS = { inr: "49", reg_1: "0" }

describe("An amount of the options", () => {
  it("is the region's own before its currency's", () => {
    expect(
      amountAt(AMOUNTS, { region_id: "reg_1", currency_code: "inr" })
    ).toBe("0")
  })

  it("is the currency's where the region has none", () => {
    expect(
      amountAt(AMOUNTS, { region_id: "reg_2", currency_code: "INR" })
    ).toBe("49")
    expect(amountAt(AMOUNTS, { region_id: null, currency_code: "inr" })).toBe(
      "49"
    )
  })

  it("is nothing elsewhere, whatever the place is called", () => {
    expect(amountAt(AMOUNTS, { currency_code: "usd" })).toBeUndefined()
    expect(amountAt(AMOUNTS, { currency_code: "toString" })).toBeUndefined()
  })
})
