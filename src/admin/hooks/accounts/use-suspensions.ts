import type {
  AdminSuspensionResponse,
  AdminSuspensionsResponse,
  SuspendedActor,
} from "../../../types/accounts"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { accountsKeys } from "./query-keys"

export type Account = { actor_type: SuspendedActor; actor_id: string }

/** The last suspensions of one account. */
export function useSuspensions(account: Account, limit: number) {
  const query = { ...account, limit }
  return useFeatureQuery(accountsKeys.suspensions(query), () =>
    sdk.client.fetch<AdminSuspensionsResponse>("/admin/accounts/suspensions", {
      query,
    })
  )
}

export type AccountDecision = {
  action: "suspend" | "reactivate"
  reason: string
}

export const useDecideOnAccount = ({ actor_type, actor_id }: Account) =>
  useInvalidatingMutation(
    accountsKeys.all,
    ({ action, reason }: AccountDecision) =>
      sdk.client.fetch<AdminSuspensionResponse>(
        `/admin/${actor_type}s/${actor_id}/${action}`,
        { method: "POST", body: { reason } }
      )
  )
