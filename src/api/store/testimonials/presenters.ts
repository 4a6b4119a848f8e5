import type {
  StoreTestimonial,
  StoreTestimonialSubmittedResponse,
  TestimonialPlacement,
  TestimonialSummary,
} from "../../../types/testimonials"
import {
  aggregateRatingJsonLd,
  type ReviewedItem,
} from "../../../utils/json-ld"
import type { TestimonialRow } from "../../../workflows/testimonials/steps/create-testimonials"

/** What the author may see of a fresh submission: no consent record, no e-mail address. */
export function presentSubmitted(
  row: TestimonialRow
): StoreTestimonialSubmittedResponse["testimonial"] {
  return {
    id: row.id,
    name: row.name,
    feedback: row.feedback,
    rating: row.rating,
    role: row.role,
    company: row.company,
    locale: row.locale,
    avatar_url: row.avatar_url,
    verified: row.verified,
    featured: row.featured,
    placements: row.placements as TestimonialPlacement[],
    product_id: row.product_id,
    created_at: new Date(row.created_at).toISOString(),
    status: "pending",
  }
}

/** Google reads a page's reviews and their average from this. */
export function presentTestimonialsJsonLd(
  item: ReviewedItem,
  testimonials: StoreTestimonial[],
  summary: TestimonialSummary
): string {
  const reviews = testimonials.map((testimonial) => ({
    author: testimonial.name,
    text: testimonial.feedback,
    rating: testimonial.rating,
    date: testimonial.created_at,
    language: testimonial.locale,
  }))
  return aggregateRatingJsonLd(item, reviews, summary)
}
