import { keepPreviousData } from "@tanstack/react-query"
import type {
  AdminMessageBrand,
  AdminMessageBrandResponse,
  AdminMessagePreviewResponse,
  AdminMessageResponse,
  MessageTemplate,
} from "../../../types/messages"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { messagesKeys } from "./query-keys"

const PATH = "/admin/messages"

export type PreviewChoice = { template: MessageTemplate; locale?: string }

/** A template as it looks now; the one before stays in sight meanwhile. */
export const useMessagePreview = (query: PreviewChoice) =>
  useFeatureQuery(
    messagesKeys.preview(query),
    () =>
      sdk.client.fetch<AdminMessagePreviewResponse>(`${PATH}/preview`, {
        query,
      }),
    { placeholderData: keepPreviousData }
  )

export const useSendTestMessage = () =>
  useInvalidatingMutation(
    messagesKeys.all,
    (body: PreviewChoice & { recipient: string }) =>
      sdk.client.fetch<AdminMessageResponse>(`${PATH}/preview/send`, {
        method: "POST",
        body,
      })
  )

export const useMessageBrand = () =>
  useFeatureQuery(messagesKeys.brand(), () =>
    sdk.client.fetch<AdminMessageBrandResponse>(`${PATH}/brand`)
  )

export const useSaveMessageBrand = () =>
  useInvalidatingMutation(messagesKeys.all, (body: AdminMessageBrand) =>
    sdk.client.fetch<AdminMessageBrandResponse>(`${PATH}/brand`, {
      method: "POST",
      body,
    })
  )
