import type { AdminLoginStatisticsResponse } from "../../../types/login-events"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { loginEventsKeys } from "./query-keys"

/** Of the last 30 days. */
export const useLoginStatistics = () =>
  useFeatureQuery(loginEventsKeys.statistics(), () =>
    sdk.client.fetch<AdminLoginStatisticsResponse>(
      "/admin/login-events/statistics"
    )
  )
