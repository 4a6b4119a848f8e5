import { keepPreviousData } from "@tanstack/react-query"
import type {
  AdminMessageResponse,
  AdminMessagesResponse,
  MessageChannel,
  MessageStatus,
  MessageTemplate,
} from "../../../types/messages"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { useListParams } from "../use-list-params"
import { messagesKeys } from "./query-keys"

type MessagesQuery = {
  q?: string
  status?: MessageStatus[]
  template?: MessageTemplate[]
  channel?: MessageChannel[]
  created_at?: object
  /** A field; a leading `-` reverses. */
  order?: string
  limit?: number
  offset?: number
}

const PATH = "/admin/messages"

/** The page of messages that the page's address asks for. */
export function useMessages(limit: number) {
  const query = useListParams<MessagesQuery>(
    ["status", "template", "channel", "created_at"],
    limit
  )
  return useFeatureQuery(
    messagesKeys.list(query),
    () => sdk.client.fetch<AdminMessagesResponse>(PATH, { query }),
    { placeholderData: keepPreviousData }
  )
}

/** The latest about an order, or to a customer. */
export function useMessagesOf(of: { order_id?: string; customer_id?: string }) {
  const query = { ...of, limit: 20 }
  return useFeatureQuery(messagesKeys.list(query), () =>
    sdk.client.fetch<AdminMessagesResponse>(PATH, { query })
  )
}

export const useMessage = (id: string) =>
  useFeatureQuery(messagesKeys.detail(id), () =>
    sdk.client.fetch<AdminMessageResponse>(`${PATH}/${id}`)
  )

/** Sends a message again, or takes it back. */
export const useMessageAction = () =>
  useInvalidatingMutation(
    messagesKeys.all,
    ({ id, action }: { id: string; action: "resend" | "cancel" }) =>
      sdk.client.fetch<AdminMessageResponse>(`${PATH}/${id}/${action}`, {
        method: "POST",
        body: {},
      })
  )
