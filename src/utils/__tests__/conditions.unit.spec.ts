import { beginsWith, Conditions } from "../conditions"

describe("the conditions of a list", () => {
  it("bind every value, in the order of their places", () => {
    const where = new Conditions("deleted_at is null")
      .equals("currency_code", "inr")
      .oneOf("status", ["open", "done"])
      .within("created_at", {
        $gte: new Date("2026-11-01T00:00:00Z"),
        $lt: new Date("2026-11-02T00:00:00Z"),
      })
      .add("(a = ? or b = ?)", 1, 2)
    expect(where.sql).toBe(
      "deleted_at is null and currency_code = ? and status in (select json_array_elements_text(?::json))" +
        " and created_at >= ? and created_at < ? and (a = ? or b = ?)"
    )
    expect(where.values).toEqual([
      "inr",
      '["open","done"]',
      "2026-11-01T00:00:00.000Z",
      "2026-11-02T00:00:00.000Z",
      ...[1, 2],
    ])
  })

  it("leave out what nobody asked for", () => {
    const where = new Conditions()
      .equals("a", undefined)
      .oneOf("b", undefined)
      .within("c", undefined)
    expect([where.sql, where.values]).toEqual(["true", []])
  })

  // The attack: a search for % that finds everything.
  it("take what somebody searches for as it is", () => {
    expect(beginsWith(String.raw`50%_\x`)).toBe(String.raw`50\%\_\\x%`)
  })
})
