import { keepPreviousData } from "@tanstack/react-query"
import type {
  AdminMessageSuppressionResponse,
  AdminMessageSuppressionsResponse,
  MessageChannel,
  SuppressionReason,
} from "../../../types/messages"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { useListParams } from "../use-list-params"
import { messagesKeys } from "./query-keys"

type SuppressionsQuery = {
  q?: string
  channel?: MessageChannel[]
  reason?: SuppressionReason[]
  created_at?: object
  order?: string
}

const PATH = "/admin/messages/suppressions"

/** The page of the suppression list that the page's address asks for. */
export function useSuppressions(limit: number) {
  const query = useListParams<SuppressionsQuery>(
    ["channel", "reason", "created_at"],
    limit
  )
  return useFeatureQuery(
    messagesKeys.suppressions(query),
    () => sdk.client.fetch<AdminMessageSuppressionsResponse>(PATH, { query }),
    { placeholderData: keepPreviousData }
  )
}

export type SuppressionInput = { channel: MessageChannel; address: string }

export const useCreateSuppression = () =>
  useInvalidatingMutation(messagesKeys.all, (body: SuppressionInput) =>
    sdk.client.fetch<AdminMessageSuppressionResponse>(PATH, {
      method: "POST",
      body,
    })
  )

export const useDeleteSuppression = () =>
  useInvalidatingMutation(messagesKeys.all, (id: string) =>
    sdk.client.fetch(`${PATH}/${id}`, { method: "DELETE" })
  )
