import { BurstLimit } from "../burst-limit"

const times = (count: number, what: (time: number) => boolean) =>
  Array.from({ length: count }, (_, time) => what(time)).filter(Boolean).length

describe("a limit for bursts", () => {
  it("lets so many through of one key, and of all keys together", () => {
    const limit = new BurstLimit({ perKey: 2, all: 5, windowMs: 1_000 })
    expect(times(9, () => limit.allows("a", 0))).toBe(2)
    expect(times(9, (time) => limit.allows(`b${time}`, 999))).toBe(3)
  })

  it("begins anew when the window is over", () => {
    const limit = new BurstLimit({ perKey: 1, all: 1, windowMs: 1_000 })
    expect(limit.allows("a", 0)).toBe(true)
    expect(limit.allows("a", 999)).toBe(false)
    expect(limit.allows("a", 1_000)).toBe(true)
  })
})
