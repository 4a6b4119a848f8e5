import { useQuery } from "@tanstack/react-query"
import type { AdminCommerceSuiteResponse } from "../../../types/commerce-suite"
import { sdk } from "../../lib/sdk"

/** Which features are switched on. That changes with a restart only. */
export function useSuiteFeatures() {
  return useQuery({
    queryKey: ["commerce-suite"],
    queryFn: () =>
      sdk.client.fetch<AdminCommerceSuiteResponse>("/admin/commerce-suite"),
    staleTime: Infinity,
    select: ({ features }) => features,
  })
}
