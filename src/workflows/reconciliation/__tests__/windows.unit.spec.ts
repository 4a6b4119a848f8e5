import { windowsOf } from "../windows"

const NOW = new Date("2026-11-21T12:00:00Z")
const minutesAgo = (minutes: number) =>
  new Date(NOW.getTime() - minutes * 60_000)
const OPTIONS = {
  ...{ graceSeconds: 30, unansweredSeconds: 75, pollMinutes: 30 },
  ...{ lookBackDays: 3, surplusPerHour: 20 },
}

describe("the windows in which the reconciler looks", () => {
  it("never reach behind the install", () => {
    const installedAt = minutesAgo(5)
    const { recent, begun } = windowsOf(
      { now: NOW, installedAt, askedUntil: installedAt },
      OPTIONS
    )
    const all = [recent, ...begun]
    expect(all.every(({ since }) => since >= installedAt)).toBe(true)
    expect(begun).toHaveLength(1)
  })

  it("ask for a begun payment each minute at first, then at doubled ages", () => {
    const { begun } = windowsOf(
      { now: NOW, installedAt: minutesAgo(100_000), askedUntil: minutesAgo(1) },
      OPTIONS
    )
    const [first, second] = begun
    expect(first?.since).toEqual(minutesAgo(30))
    expect(second).toEqual({ since: minutesAgo(61), until: minutesAgo(60) })
    expect(begun.at(-1)?.until).toEqual(minutesAgo(3840))
  })

  it("make up for what was missed, as far as it looks back", () => {
    const { recent, begun } = windowsOf(
      {
        now: NOW,
        installedAt: minutesAgo(100_000),
        askedUntil: minutesAgo(10_000),
      },
      OPTIONS
    )
    expect(recent.since).toEqual(minutesAgo(3 * 24 * 60))
    expect(begun[0]?.since).toEqual(minutesAgo(3 * 24 * 60))
  })
})
