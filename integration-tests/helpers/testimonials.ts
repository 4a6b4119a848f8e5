import { randomUUID } from "node:crypto"
import type {
  AdminTestimonialInviteCreatedResponse,
  AdminTestimonialResponse,
  StoreTestimonialSubmittedResponse,
  StoreTestimonialsResponse,
} from "../../src/types/testimonials"
import { adminClient, storeClient } from "./clients"
import { expectOk } from "./http"

type At = { url?: string }

/** The default of the option `testimonials.consentText`. */
const CONSENT_TEXT =
  "I agree that this store may publish my testimonial together with my name."

/** A guest's submission that is right in every field. */
export const submission = (fields: object = {}) => ({
  name: "Asha Rao",
  feedback: "The lamp came in two days and looks better than its picture.",
  rating: 5,
  email: `guest-${randomUUID()}@store.test`,
  consent_text: CONSENT_TEXT,
  ...fields,
})

/** Created by a merchant; approved when asked for. */
export async function createTestimonial(
  fields: object = {},
  { approved = false, url }: At & { approved?: boolean } = {}
) {
  const admin = await adminClient({ url })
  const { email: _, consent_text: __, ...body } = submission(fields)
  const { testimonial } = await expectOk(
    admin.post<AdminTestimonialResponse>("/admin/testimonials", body)
  )
  if (approved) {
    await expectOk(admin.post(`/admin/testimonials/${testimonial.id}/approve`))
  }
  return testimonial
}

export async function submitTestimonial(fields: object = {}) {
  const { testimonial } = await expectOk(
    storeClient().post<StoreTestimonialSubmittedResponse>(
      "/store/testimonials",
      submission(fields)
    )
  )
  return testimonial
}

/** What a storefront reads. */
export async function listPublished(query: string, { url }: At = {}) {
  return expectOk(
    storeClient({ url }).get<StoreTestimonialsResponse>(
      `/store/testimonials?${query}`
    )
  )
}

/** A fresh invite and the token of its link. */
export async function createInvite(fields: object = {}) {
  const admin = await adminClient()
  const { invite, url } = await expectOk(
    admin.post<AdminTestimonialInviteCreatedResponse>(
      "/admin/testimonials/invites",
      fields
    )
  )
  return { invite, url, token: url.split("#token=")[1] ?? "" }
}
