import { passwordFault } from "../password"

const rules = { min: 10, max: 128 }

describe("a password's fault", () => {
  it.each([
    ["ten chars!", undefined],
    ["x".repeat(128), undefined],
    ["nine char", "must be 10 to 128 characters long"],
    ["x".repeat(129), "must be 10 to 128 characters long"],
    ["🔑🔑🔑🔑🔑", "must be 10 to 128 characters long"],
    ["1234567890", "is one of the most common ones: choose another"],
    ["QWERTYUIOP", "is one of the most common ones: choose another"],
    [undefined, "must be a text"],
    [1234567890, "must be a text"],
  ])("of %j is: %s", (password, expected) => {
    expect(passwordFault(password, rules)).toBe(expected)
  })

  it("is being the account's address", () => {
    const email = "asha@shop.test"
    expect(passwordFault("Asha@Shop.test", { ...rules, email })).toBe(
      "must not be the e-mail address"
    )
  })
})
