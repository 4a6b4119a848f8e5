import type {
  AdminOrphanedApiKeysResponse,
  SessionsEndResponse,
  SessionsResponse,
} from "../../../types/sessions"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { sessionsKeys } from "./query-keys"

export type SessionsActor = { type: "customer" | "user"; id: string }

const pathOf = ({ type, id }: SessionsActor) => `/admin/${type}s/${id}/sessions`

/** As many as anybody reads. */
const SHOWN = 20

export function useSessions(actor: SessionsActor) {
  const path = pathOf(actor)
  return useFeatureQuery(sessionsKeys.list(path), () =>
    sdk.client.fetch<SessionsResponse>(path, { query: { limit: SHOWN } })
  )
}

/** Ends one, or all; of one's own all but the one that asks. @returns how many */
export function useEndSessions(actor: SessionsActor) {
  const path = pathOf(actor)
  return useInvalidatingMutation(sessionsKeys.all, async (id?: string) => {
    if (id) {
      await sdk.client.fetch(`${path}/${id}`, { method: "DELETE" })
      return 1
    }
    const { ended } = await sdk.client.fetch<SessionsEndResponse>(
      `${path}/end`,
      { method: "POST", body: {} }
    )
    return ended
  })
}

/** Secret keys that work on although who made them is gone. */
export const useOrphanedApiKeys = () =>
  useFeatureQuery(sessionsKeys.apiKeys(), () =>
    sdk.client.fetch<AdminOrphanedApiKeysResponse>("/admin/sessions/api-keys")
  )
