import type { TwoFactorStateResponse } from "../../../types/two-factor"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { twoFactorKeys } from "./query-keys"

/** How it stands with the second factor of whoever is signed in. */
export function useTwoFactor(options: { refetchInterval?: number } = {}) {
  const { data, ...rest } = useFeatureQuery(
    twoFactorKeys.state,
    () => sdk.client.fetch<TwoFactorStateResponse>("/admin/two-factor"),
    options
  )
  return { state: data?.two_factor, ...rest }
}
