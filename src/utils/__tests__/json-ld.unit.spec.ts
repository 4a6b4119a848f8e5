import fc from "fast-check"
import { aggregateRatingJsonLd } from "../json-ld"

const shop = {
  type: "Organization",
  name: "Lake Tea",
  url: "https://shop.test",
} as const

describe("JSON-LD", () => {
  // The attack: a testimonial that ends the script element it is printed into.
  it("holds any text without a character that could end a script, and loses none of it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("", "</script>", "<!--", "\u2028", "]]>"),
        (text, vector) => {
          const review = {
            author: text,
            text: vector + text,
            rating: 4,
            date: "2026-11-21T09:30:00.000Z",
            language: null,
          }
          const script = aggregateRatingJsonLd(shop, [review], {
            count: 1,
            average: 4,
          })
          expect(script).not.toMatch(/[<>&\u2028\u2029]/)
          expect(JSON.parse(script).review[0].reviewBody).toBe(vector + text)
        }
      )
    )
  })

  it("leaves the average out where there is none, as schema.org wants it", () => {
    const data = JSON.parse(
      aggregateRatingJsonLd(shop, [], { count: 0, average: null })
    )
    expect(data).toEqual({
      "@context": "https://schema.org",
      "@type": "Organization",
      name: "Lake Tea",
      url: "https://shop.test",
      review: [],
    })
  })
})
