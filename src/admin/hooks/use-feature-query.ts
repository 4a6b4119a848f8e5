import {
  type QueryKey,
  useQuery,
  type UseQueryOptions,
} from "@tanstack/react-query"
import { isNotFound } from "../lib/errors"

type Options<Result> = Pick<
  UseQueryOptions<Result>,
  "placeholderData" | "refetchInterval"
>

/** A read of a feature's admin routes. A 404 says that the feature is switched off: asking again does not help. */
export function useFeatureQuery<Result>(
  queryKey: QueryKey,
  queryFn: () => Promise<Result>,
  options: Options<Result> = {}
) {
  return useQuery<Result>({
    ...options,
    queryKey,
    queryFn,
    retry: (failures, error) => failures < 1 && !isNotFound(error),
  })
}
