import { keepPreviousData } from "@tanstack/react-query"
import type {
  AdminMessageNote,
  AdminMessageNoteResponse,
  AdminMessageNotesResponse,
  AdminWriteMessageBody,
} from "../../../types/messages-notes"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { messagesKeys } from "./query-keys"

const PATH = "/admin/messages"
const WATCH_MS = 3000

/** Whether some of its messages are still to be made, or to be sent. */
export const isUnderWay = ({ queued_at, by_status }: AdminMessageNote) =>
  queued_at === null || by_status.queued > 0

/** What admins wrote; looked at again while one of them is under way. */
export function useNotes(query: { limit: number; offset: number }) {
  return useFeatureQuery(
    messagesKeys.notes(query),
    () =>
      sdk.client.fetch<AdminMessageNotesResponse>(`${PATH}/notes`, { query }),
    {
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) =>
        state.data?.notes.some(isUnderWay) ? WATCH_MS : false,
    }
  )
}

export const useWriteMessage = () =>
  useInvalidatingMutation(messagesKeys.all, (body: AdminWriteMessageBody) =>
    sdk.client.fetch<AdminMessageNoteResponse>(PATH, { method: "POST", body })
  )
