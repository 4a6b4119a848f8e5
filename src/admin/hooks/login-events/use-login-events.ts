import { keepPreviousData } from "@tanstack/react-query"
import type {
  AdminLoginEventsResponse,
  DeviceKind,
  LoginOutcome,
} from "../../../types/login-events"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { useListParams } from "../use-list-params"
import { loginEventsKeys } from "./query-keys"

export type LoginEventsQuery = {
  q?: string
  actor_type?: string
  actor_id?: string
  outcome?: LoginOutcome[]
  device_kind?: DeviceKind[]
  is_new_device?: boolean
  occurred_at?: { $gte?: string; $lte?: string }
  /** A field; a leading `-` reverses. */
  order?: string
  limit?: number
  offset?: number
}

export function useLoginEvents(query: LoginEventsQuery) {
  return useFeatureQuery(
    loginEventsKeys.list(query),
    () =>
      sdk.client.fetch<AdminLoginEventsResponse>("/admin/login-events", {
        query,
      }),
    { placeholderData: keepPreviousData }
  )
}

const FILTERS = [
  "actor_type",
  "actor_id",
  "outcome",
  "device_kind",
  "is_new_device",
  "occurred_at",
] as const

/** What the page's address asks for. */
export const useLoginEventsParams = (limit: number) =>
  useListParams<LoginEventsQuery>(FILTERS, limit)
