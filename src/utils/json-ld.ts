export type ReviewedItem = {
  type: "Product" | "Organization"
  name: string
  url?: string
  image?: string
}

export type Review = {
  author: string
  text: string
  /** Whole stars, 1 to 5. */
  rating: number
  /** ISO 8601. */
  date: string
  /** BCP 47. */
  language: string | null
}

/**
 * schema.org Review and AggregateRating as JSON-LD text that can stand in a `<script>` as
 * it is: `<`, `>`, `&` and the line separators are escaped, so no text can end the script.
 * @see https://schema.org/AggregateRating
 */
export function aggregateRatingJsonLd(
  { type, ...item }: ReviewedItem,
  reviews: Review[],
  summary: { count: number; average: number | null }
): string {
  return escapeForScript({
    "@context": "https://schema.org",
    "@type": type,
    ...item,
    ...(summary.average !== null && {
      aggregateRating: {
        "@type": "AggregateRating",
        ratingValue: summary.average,
        reviewCount: summary.count,
        bestRating: 5,
        worstRating: 1,
      },
    }),
    review: reviews.map((review) => ({
      "@type": "Review",
      author: { "@type": "Person", name: review.author },
      reviewBody: review.text,
      datePublished: review.date.slice(0, 10),
      ...(review.language !== null && { inLanguage: review.language }),
      reviewRating: {
        "@type": "Rating",
        ratingValue: review.rating,
        bestRating: 5,
        worstRating: 1,
      },
    })),
  })
}

function escapeForScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  )
}
