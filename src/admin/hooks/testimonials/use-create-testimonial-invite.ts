import type {
  AdminTestimonialInvite,
  AdminTestimonialInviteCreatedResponse,
} from "../../../types/testimonials"
import { sdk } from "../../lib/sdk"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { testimonialsKeys } from "./query-keys"

type Addressee = Pick<
  AdminTestimonialInvite,
  "name" | "email" | "locale" | "product_id"
>
export type TestimonialInviteInput = {
  [Field in keyof Addressee]?: NonNullable<Addressee[Field]>
}

/** The answer's `url` is shown once; the store does not keep it. */
export function useCreateTestimonialInvite() {
  return useInvalidatingMutation(
    testimonialsKeys.all,
    (body: TestimonialInviteInput) =>
      sdk.client.fetch<AdminTestimonialInviteCreatedResponse>(
        "/admin/testimonials/invites",
        { method: "POST", body }
      )
  )
}
