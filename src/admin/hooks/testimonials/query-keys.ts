/** Every change to a testimonial or an invite invalidates `all`. */
export const testimonialsKeys = {
  all: ["testimonials"] as const,
  list: (query: object) => [...testimonialsKeys.all, "list", query] as const,
  detail: (id: string) => [...testimonialsKeys.all, "detail", id] as const,
  invites: (query: object) =>
    [...testimonialsKeys.all, "invites", query] as const,
}
