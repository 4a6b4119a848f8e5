import type {
  MessagePreferencesResponse,
  OptionalCategory,
} from "../../../types/messages-preferences"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { messagesKeys } from "./query-keys"

const pathOf = (customerId: string) =>
  `/admin/customers/${customerId}/message-preferences`

export const usePreferences = (customerId: string) =>
  useFeatureQuery(messagesKeys.preferences(customerId), () =>
    sdk.client.fetch<MessagePreferencesResponse>(pathOf(customerId))
  )

export const useSwitchOff = (customerId: string) =>
  useInvalidatingMutation(
    messagesKeys.preferences(customerId),
    (category: OptionalCategory) =>
      sdk.client.fetch<MessagePreferencesResponse>(pathOf(customerId), {
        method: "POST",
        body: { [category]: false },
      })
  )
