const DAY_MS = 86_400_000

/** A day with a number per series, as a chart wants it. */
export type DayRow = { day: string } & Record<string, string | number>

type Counted = { day: string; count: number }

/**
 * One row per day, days without anything too, and the series that have anything, the largest first.
 * @param from - YYYY-MM-DD, as `to`; both included
 * @example perDay([{ day: "2026-11-22", outcome: "success", count: 3 }], "outcome", range)
 */
export function perDay<Row extends Counted>(
  counted: readonly Row[],
  series: keyof Row & string,
  { from, to }: { from: string; to: string }
): { rows: DayRow[]; names: string[] } {
  const totals = new Map<string, number>()
  const days = new Map<string, DayRow>()
  for (let time = Date.parse(from); time <= Date.parse(to); time += DAY_MS) {
    const day = new Date(time).toISOString().slice(0, 10)
    days.set(day, { day })
  }
  for (const row of counted) {
    const name = String(row[series])
    totals.set(name, (totals.get(name) ?? 0) + row.count)
    const day = days.get(row.day)
    if (day) {
      day[name] = Number(day[name] ?? 0) + row.count
    }
  }
  const names = [...totals.keys()].sort(
    (a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0)
  )
  return { rows: [...days.values()], names }
}
