import { keepPreviousData } from "@tanstack/react-query"
import type { AdminTestimonialInvitesResponse } from "../../../types/testimonials"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { testimonialsKeys } from "./query-keys"

export function useTestimonialInvites(query: {
  limit: number
  offset: number
}) {
  return useFeatureQuery(
    testimonialsKeys.invites(query),
    () =>
      sdk.client.fetch<AdminTestimonialInvitesResponse>(
        "/admin/testimonials/invites",
        {
          query,
        }
      ),
    { placeholderData: keepPreviousData }
  )
}
