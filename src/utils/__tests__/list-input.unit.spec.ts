import { momentRange, queryCurrency, queryIdList, sorting } from "../list-input"

const problem = (result: {
  error?: { issues: { message: string }[] }
}): string => result.error?.issues[0]?.message ?? ""

describe("what a list is asked for", () => {
  it("is sorted by the fields that it allows, both ways", () => {
    const order = sorting(["created_at", "amount"], "-created_at")
    expect(order.parse(undefined)).toBe("-created_at")
    expect(order.parse("amount")).toBe("amount")
    expect(problem(order.safeParse("password"))).toBe(
      "must be one of created_at, -created_at, amount, -amount"
    )
  })

  it("lies in a range of moments with their zones", () => {
    const range = momentRange("placed_at")
    expect(range.parse({ $gte: "2026-11-01T00:00:00+05:30" })).toEqual({
      $gte: new Date("2026-10-31T18:30:00Z"),
    })
    expect(problem(range.safeParse("yesterday"))).toContain("placed_at[$gte]=")
    expect(range.safeParse({ $gte: "2026-11-01" }).success).toBe(false)
    expect(range.safeParse({ $ne: "2026-11-01T00:00:00Z" }).success).toBe(false)
  })

  it("has one id or several, and not too many", () => {
    const ids = queryIdList(2)
    expect(ids.parse("reg_1")).toEqual(["reg_1"])
    expect(ids.parse(["reg_1", "reg_2"])).toEqual(["reg_1", "reg_2"])
    expect(ids.safeParse(["a", "b", "c"]).success).toBe(false)
    expect(problem(ids.safeParse({ a: 1 }))).toBe("must be a list")
  })

  it("has a currency of three letters, in any case", () => {
    expect(queryCurrency.parse("INR")).toBe("inr")
    expect(queryCurrency.safeParse("rupee").success).toBe(false)
  })
})
