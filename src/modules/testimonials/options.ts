import { z } from "@medusajs/framework/zod"

const limit = (points: number, seconds: number) =>
  z
    .strictObject({
      /** Submissions allowed in one window. */
      points: z.number("must be a number").int().min(1).default(points),
      /** Length of the window in seconds. */
      seconds: z.number("must be a number").int().min(1).default(seconds),
    })
    .prefault({})

/** Options of the feature `testimonials`. */
export const testimonialsOptionsSchema = z.strictObject({
  /**
   * The sentence a shopper agrees to; stored with each submission as proof of consent.
   * @default "I agree that this store may publish my testimonial together with my name."
   */
  consentText: z
    .string("must be a text of 1 to 1000 characters")
    .min(1, "must be a text of 1 to 1000 characters")
    .max(1000, "must be a text of 1 to 1000 characters")
    .default(
      "I agree that this store may publish my testimonial together with my name."
    ),
  /**
   * How long an invite link works, in days.
   * @default 30
   */
  inviteTtlDays: z
    .number("must be a whole number from 1 to 365")
    .int("must be a whole number from 1 to 365")
    .min(1, "must be a whole number from 1 to 365")
    .max(365, "must be a whole number from 1 to 365")
    .default(30),
  /** Submissions per client ip. @default 5 an hour */
  submissionsPerIp: limit(5, 3600),
  /** Submissions per e-mail address. @default 3 a day */
  submissionsPerEmail: limit(3, 86_400),
})

export type TestimonialsOptions = z.infer<typeof testimonialsOptionsSchema>
