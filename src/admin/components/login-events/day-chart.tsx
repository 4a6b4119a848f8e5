import { Text } from "@medusajs/ui"
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts"
import type { DayRow } from "./days"

type DayChartProps = {
  title: string
  rows: DayRow[]
  /** Of the series, in the order in which they lie upon each other. */
  names: string[]
  labelOf: (name: string) => string
}

/** The dashboard's tags, which suit both of its themes. */
const COLORS = ["blue", "green", "orange", "purple", "red", "neutral"].map(
  (name) => `var(--tag-${name}-icon)`
)
const TICK = { fill: "var(--fg-muted)", fontSize: 11 }
const BOX = {
  background: "var(--bg-component)",
  border: "1px solid var(--border-base)",
  borderRadius: 8,
  fontSize: 12,
}

/** Bars per day, the series of a day upon each other. */
export const DayChart = ({ title, rows, names, labelOf }: DayChartProps) => (
  <figure className="flex min-w-0 flex-col gap-y-2" aria-label={title}>
    <Text size="small" weight="plus" asChild>
      <figcaption>{title}</figcaption>
    </Text>
    <ResponsiveContainer width="100%" height={200}>
      <BarChart data={rows} margin={{ left: -16, right: 4 }}>
        <CartesianGrid vertical={false} stroke="var(--border-base)" />
        <XAxis dataKey="day" tick={TICK} tickFormatter={shortDay} />
        <YAxis tick={TICK} allowDecimals={false} />
        <Tooltip contentStyle={BOX} cursor={{ fill: "var(--bg-subtle)" }} />
        <Legend wrapperStyle={{ fontSize: 12 }} />
        {names.map((name, index) => (
          <Bar
            key={name}
            dataKey={name}
            name={labelOf(name)}
            stackId="day"
            fill={COLORS[index % COLORS.length]}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  </figure>
)

/** 2026-11-22 → 11-22 */
const shortDay = (day: string) => day.slice(5)
