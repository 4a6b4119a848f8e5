import { useDate } from "@medusajs/dashboard/hooks"
import { Container, Skeleton, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminLoginStatistics } from "../../../types/login-events"
import { useLoginStatistics } from "../../hooks/login-events/use-login-statistics"
import { LoadFailure } from "../load-failure"
import { DayChart } from "./day-chart"
import { perDay } from "./days"

/** The last 30 days, from the daily sums. */
export function LoginCharts() {
  const { t } = useTranslation("loginEvents")
  const { getFullDate } = useDate()
  const { data, error, refetch } = useLoginStatistics()
  if (error) {
    return (
      <Container className="p-0">
        <LoadFailure error={error} onRetry={refetch} />
      </Container>
    )
  }
  if (!data) {
    return <Skeleton className="h-64 w-full rounded-lg" role="status" />
  }
  const { statistics } = data
  const until = statistics.counted_until
  return (
    <Container className="flex flex-col gap-y-4">
      <Text size="small" className="text-ui-fg-subtle">
        {until && statistics.by_outcome.length > 0
          ? t("charts.countedUntil", {
              time: getFullDate({ date: until, includeTime: true }),
            })
          : t("charts.none")}
      </Text>
      {statistics.by_outcome.length > 0 && <Charts statistics={statistics} />}
    </Container>
  )
}

function Charts({ statistics }: { statistics: AdminLoginStatistics }) {
  const { t } = useTranslation("loginEvents")
  const { outcomes, devices, visits } = useChartData(statistics)
  return (
    <div className="grid grid-cols-1 gap-6 xl:grid-cols-3">
      <DayChart
        {...outcomes}
        title={t("charts.byOutcome")}
        labelOf={(name) => t(`outcome.${name}`)}
      />
      <DayChart
        {...devices}
        title={t("charts.byDevice")}
        labelOf={(name) => t(`device.${name}`)}
      />
      <DayChart
        {...visits}
        title={t("charts.returning")}
        labelOf={(name) => t(`charts.${name}`)}
      />
    </div>
  )
}

const useChartData = (statistics: AdminLoginStatistics) =>
  useMemo(() => {
    const { logins, by_outcome, by_device } = statistics
    const counted = logins.flatMap(({ day, ...sums }) => [
      { day, kind: "returned", count: sums.returning },
      { day, kind: "new", count: sums.new },
    ])
    return {
      outcomes: perDay(by_outcome, "outcome", statistics),
      devices: perDay(by_device, "device_kind", statistics),
      visits: perDay(counted, "kind", statistics),
    }
  }, [statistics])
