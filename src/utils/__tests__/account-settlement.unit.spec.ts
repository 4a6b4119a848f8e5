import { newSettlement, settlementSchema } from "../account-settlement"

it("what is left to do about an account is what its job takes, with a key of its own", () => {
  const given = { auth_identity_ids: ["authid_1"], reason: "suspended" }
  const [one, other] = [newSettlement(given), newSettlement(given)]
  expect(settlementSchema.parse(one)).toEqual(one)
  expect(one.key).not.toBe(other.key)
})
