import { splitFieldErrors } from "./field-errors"

const FIELDS = ["name", "avatar_url", "placements"] as const

describe("The API's complaints beside the form's fields", () => {
  it("go to the field they name, the first one only", () => {
    expect(
      splitFieldErrors(
        "Invalid request: name: must not be blank; name: Too big; avatar_url: must be an https URL",
        FIELDS
      )
    ).toEqual({
      fields: { name: "must not be blank", avatar_url: "must be an https URL" },
      rest: undefined,
    })
  })

  it("go to a list when one of its entries is wrong", () => {
    const { fields } = splitFieldErrors(
      "Invalid request: placements.0: must be one of home, product, checkout",
      FIELDS
    )
    expect(fields).toEqual({
      placements: "must be one of home, product, checkout",
    })
  })

  it("keep colons and semicolons of their own", () => {
    const { fields } = splitFieldErrors(
      "Invalid request: name: a: b; c",
      FIELDS
    )
    expect(fields).toEqual({ name: "a: b; c" })
  })

  it("stay with the form when they name no field of it", () => {
    expect(
      splitFieldErrors("Invalid request: colour, size: unknown field", FIELDS)
    ).toEqual({
      fields: {},
      rest: "colour, size: unknown field",
    })
    expect(splitFieldErrors("Product prod_1 was not found", FIELDS)).toEqual({
      fields: {},
      rest: "Product prod_1 was not found",
    })
  })
})
