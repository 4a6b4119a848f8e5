import { z } from "@medusajs/framework/zod"
import {
  TESTIMONIAL_PLACEMENTS,
  TESTIMONIAL_SOURCES,
  TESTIMONIAL_STATUSES,
} from "../../../types/testimonials"
import {
  dateTime,
  email,
  httpsUrl,
  id,
  idList,
  locale,
  plainText,
  queryBoolean,
} from "../../../utils/input"
import { paging, queryEnumList, sorting } from "../../../utils/list-input"

const SORTABLE = [
  "created_at",
  "name",
  "rating",
  "status",
  "position",
  "reviewed_at",
]

export const AdminGetTestimonials = z.strictObject({
  /** Looks in name, feedback, company and e-mail address. */
  q: plainText(200).optional(),
  status: queryEnumList(TESTIMONIAL_STATUSES).optional(),
  placement: queryEnumList(TESTIMONIAL_PLACEMENTS).optional(),
  source: queryEnumList(TESTIMONIAL_SOURCES).optional(),
  featured: queryBoolean.optional(),
  product_id: id.optional(),
  customer_id: id.optional(),
  order: sorting(SORTABLE, "-created_at"),
  ...paging(20),
})
export type AdminGetTestimonialsType = z.infer<typeof AdminGetTestimonials>

const publicationFields = {
  role: plainText(100).nullish(),
  company: plainText(100).nullish(),
  locale: locale.nullish(),
  avatar_url: httpsUrl.nullish(),
  email: email.nullish(),
  featured: z.boolean().optional(),
  position: z.number().int().min(0).max(1_000_000).nullish(),
  placements: z
    .array(
      z.enum(
        TESTIMONIAL_PLACEMENTS,
        `must be one of ${TESTIMONIAL_PLACEMENTS.join(", ")}`
      )
    )
    .max(TESTIMONIAL_PLACEMENTS.length)
    .transform((placements) => [...new Set(placements)])
    .optional(),
  publish_from: dateTime.nullish(),
  publish_until: dateTime.nullish(),
  product_id: id.nullish(),
  customer_id: id.nullish(),
}

export const AdminCreateTestimonial = z
  .strictObject({
    name: plainText(100),
    feedback: plainText(5000),
    rating: z.number().int().min(1).max(5),
    ...publicationFields,
  })
  .refine(isWindow, windowError())
export type AdminCreateTestimonialType = z.infer<typeof AdminCreateTestimonial>

export const AdminUpdateTestimonial = z
  .strictObject({
    name: plainText(100).optional(),
    feedback: plainText(5000).optional(),
    rating: z.number().int().min(1).max(5).optional(),
    ...publicationFields,
  })
  .refine(isWindow, windowError())
export type AdminUpdateTestimonialType = z.infer<typeof AdminUpdateTestimonial>

export const AdminTestimonialIds = z.strictObject({ ids: idList(100) })
export type AdminTestimonialIdsType = z.infer<typeof AdminTestimonialIds>

export const AdminGetTestimonialInvites = z.strictObject(paging(20))
export type AdminGetTestimonialInvitesType = z.infer<
  typeof AdminGetTestimonialInvites
>

export const AdminCreateTestimonialInvite = z.strictObject({
  name: plainText(100).optional(),
  email: email.optional(),
  locale: locale.optional(),
  product_id: id.optional(),
  customer_id: id.optional(),
})
export type AdminCreateTestimonialInviteType = z.infer<
  typeof AdminCreateTestimonialInvite
>

type PublishingWindow = {
  publish_from?: Date | null
  publish_until?: Date | null
}

function isWindow({
  publish_from: from,
  publish_until: until,
}: PublishingWindow) {
  return !from || !until || until > from
}

function windowError() {
  return { path: ["publish_until"], error: "must be later than publish_from" }
}
