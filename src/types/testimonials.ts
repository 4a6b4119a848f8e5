/** HTTP shapes of the feature `testimonials`, shared with the admin. Dates are ISO 8601 strings. */

export const TESTIMONIAL_STATUSES = ["pending", "approved", "rejected"] as const
export const TESTIMONIAL_PLACEMENTS = ["home", "product", "checkout"] as const
export const TESTIMONIAL_SOURCES = [
  "admin",
  "customer",
  "guest",
  "invite",
] as const

export type TestimonialStatus = (typeof TESTIMONIAL_STATUSES)[number]
export type TestimonialPlacement = (typeof TESTIMONIAL_PLACEMENTS)[number]
export type TestimonialSource = (typeof TESTIMONIAL_SOURCES)[number]

/** What everybody may see. */
export type StoreTestimonial = {
  id: string
  name: string
  feedback: string
  /** Whole stars, 1 to 5. */
  rating: number
  role: string | null
  company: string | null
  /** BCP 47, such as "en-IN". */
  locale: string | null
  avatar_url: string | null
  /** The customer has a completed order. */
  verified: boolean
  featured: boolean
  placements: TestimonialPlacement[]
  product_id: string | null
  created_at: string
}

/** `average` is rounded to two decimals, null without testimonials. */
export type TestimonialSummary = { count: number; average: number | null }

export type StoreTestimonialsResponse = {
  testimonials: StoreTestimonial[]
  /** Over all that match the filters, not only this page. */
  summary: TestimonialSummary
  count: number
  limit: number
  offset: number
  /** With `json_ld=true`: schema.org JSON-LD, safe to put into a `<script>` as it is; absent for a product that is not on sale. */
  json_ld?: string
}

/** What an author agrees to; it goes back as `consent_text` of the submission. */
export type StoreTestimonialConsentResponse = { consent_text: string }

/** What the author of a submission gets back. */
export type StoreTestimonialSubmittedResponse = {
  testimonial: StoreTestimonial & { status: "pending" }
}

export type AdminTestimonial = Omit<StoreTestimonial, "created_at"> & {
  email: string | null
  status: TestimonialStatus
  source: TestimonialSource
  /** Smaller comes first; null comes last. */
  position: number | null
  publish_from: string | null
  publish_until: string | null
  customer_id: string | null
  consent_at: string | null
  consent_text: string | null
  consent_ip: string | null
  reviewed_at: string | null
  reviewed_by: string | null
  created_at: string
  updated_at: string
  deleted_at: string | null
  product?: { id: string; title: string; thumbnail: string | null } | null
  customer?: {
    id: string
    email: string
    first_name: string | null
    last_name: string | null
  } | null
}

export type AdminTestimonialResponse = { testimonial: AdminTestimonial }
export type AdminTestimonialsResponse = {
  testimonials: AdminTestimonial[]
  count: number
  limit: number
  offset: number
}

/** A bulk action's answer: only the rows it changed. */
export type AdminTestimonialsChangedResponse = {
  testimonials: AdminTestimonial[]
}

export type AdminTestimonialInvite = {
  id: string
  name: string | null
  email: string | null
  locale: string | null
  product_id: string | null
  customer_id: string | null
  expires_at: string
  used_at: string | null
  testimonial_id: string | null
  created_at: string
}

/** `url` holds the token after `#`; it is shown once and never stored. */
export type AdminTestimonialInviteCreatedResponse = {
  invite: AdminTestimonialInvite
  url: string
}
export type AdminTestimonialInvitesResponse = {
  invites: AdminTestimonialInvite[]
  count: number
  limit: number
  offset: number
}
