import { perDay } from "./days"

describe("perDay", () => {
  const range = { from: "2026-10-31", to: "2026-11-02" }

  it("has a row for each day and the largest series first", () => {
    const counted = [
      { day: "2026-11-02", outcome: "success", count: 2 },
      { day: "2026-10-31", outcome: "refreshed", count: 5 },
      { day: "2026-10-31", outcome: "success", count: 1 },
      { day: "2026-10-30", outcome: "success", count: 1 },
    ]
    expect(perDay(counted, "outcome", range)).toEqual({
      names: ["refreshed", "success"],
      rows: [
        { day: "2026-10-31", refreshed: 5, success: 1 },
        { day: "2026-11-01" },
        { day: "2026-11-02", success: 2 },
      ],
    })
  })

  it("has empty days where nothing was counted", () => {
    const { rows, names } = perDay([], "count", range)
    expect([rows.length, names]).toEqual([3, []])
  })
})
