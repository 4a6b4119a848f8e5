import type { AdminTestimonial } from "../../../types/testimonials"
import type { TestimonialInput } from "../../hooks/testimonials/testimonial-input"

/** As the inputs hold them: an empty text is "", a moment is a Date. */
export type TestimonialFormValues = {
  [Field in keyof TestimonialInput]: Field extends
    "publish_from" | "publish_until"
    ? Date | null
    : Field extends "product_id" | "customer_id"
      ? string | null
      : NonNullable<TestimonialInput[Field]>
}

export const NEW_TESTIMONIAL: TestimonialFormValues = {
  name: "",
  feedback: "",
  rating: 5,
  role: "",
  company: "",
  locale: "",
  avatar_url: "",
  email: "",
  featured: false,
  placements: [],
  publish_from: null,
  publish_until: null,
  product_id: null,
  customer_id: null,
}

export function toFormValues(
  testimonial: AdminTestimonial
): TestimonialFormValues {
  const { name, feedback, rating, featured, placements } = testimonial
  const { product_id, customer_id, publish_from, publish_until } = testimonial
  return {
    ...{
      name,
      feedback,
      rating,
      featured,
      placements,
      product_id,
      customer_id,
    },
    role: testimonial.role ?? "",
    company: testimonial.company ?? "",
    locale: testimonial.locale ?? "",
    avatar_url: testimonial.avatar_url ?? "",
    email: testimonial.email ?? "",
    publish_from: publish_from ? new Date(publish_from) : null,
    publish_until: publish_until ? new Date(publish_until) : null,
  }
}

export function toTestimonialInput(
  values: TestimonialFormValues
): TestimonialInput {
  return {
    ...values,
    role: values.role || null,
    company: values.company || null,
    locale: values.locale || null,
    avatar_url: values.avatar_url || null,
    email: values.email || null,
    publish_from: values.publish_from?.toISOString() ?? null,
    publish_until: values.publish_until?.toISOString() ?? null,
  }
}
