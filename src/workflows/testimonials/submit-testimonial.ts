import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { TestimonialSource } from "../../types/testimonials"
import { TestimonialEvents } from "./events"
import { createTestimonialsStep } from "./steps/create-testimonials"
import { listCustomersWithCompletedOrderStep } from "./steps/list-customers-with-completed-order"
import { validateTestimonialInviteStep } from "./steps/validate-testimonial-invite"
import { validateTestimonialLinksStep } from "./steps/validate-testimonial-links"

export type SubmitTestimonialInput = {
  name: string
  feedback: string
  /** Whole stars, 1 to 5. */
  rating: number
  role?: string
  company?: string
  locale?: string
  avatar_url?: string
  email?: string
  product_id?: string
  /** The signed-in customer. */
  customer_id?: string
  /** From an invite link. */
  invite_token?: string
  /** The sentence the shopper agreed to. */
  consent_text: string
  /** Unknown where a storefront's server asks without saying for whom. */
  consent_ip: string | null
  /** The moment of submission. */
  now: Date
}

/**
 * Takes a shopper's testimonial in: always pending, with the proof of consent. An invite's
 * product, customer and locale win over the input's.
 *
 * @throws NOT_ALLOWED when the invite is used, expired, withdrawn, forged or another customer's; INVALID_DATA when the product does not exist
 * @example await submitTestimonialWorkflow(container).run({
 *   input: {
 *     name: "Asha Rao", feedback: "Came in two days.", rating: 5, email: "asha@example.com",
 *     consent_text: "I agree …", consent_ip: "203.0.113.7", now: new Date(),
 *   },
 * })
 */
export const submitTestimonialWorkflow = createWorkflow(
  "submit-testimonial",
  (input: SubmitTestimonialInput) => {
    const invite = when(
      "an-invite-is-used",
      { input },
      ({ input }) => input.invite_token !== undefined
    ).then(() =>
      validateTestimonialInviteStep(
        transform({ input }, ({ input }) => ({
          token: input.invite_token ?? "",
          now: input.now,
          customer_id: input.customer_id,
        }))
      )
    )
    const row = transform({ input, invite }, ({ input, invite }) => {
      const { invite_token: _, now, ...fields } = input
      const signedIn: TestimonialSource = input.customer_id
        ? "customer"
        : "guest"
      const source: TestimonialSource = invite ? "invite" : signedIn
      return {
        ...fields,
        source,
        status: "pending" as const,
        consent_at: new Date(now),
        invite_id: invite?.id ?? null,
        email: invite?.email ?? input.email ?? null,
        locale: invite?.locale ?? input.locale ?? null,
        product_id: invite?.product_id ?? input.product_id ?? null,
        customer_id: invite?.customer_id ?? input.customer_id ?? null,
      }
    })
    validateTestimonialLinksStep(row)
    const customerIds = transform({ row }, ({ row }) => [row.customer_id])
    const buyers = listCustomersWithCompletedOrderStep(customerIds)
    const rows = transform({ row, buyers }, ({ row, buyers }) => [
      { ...row, verified: buyers.includes(row.customer_id ?? "") },
    ])
    const created = createTestimonialsStep(rows)
    const testimonial = transform({ created }, ({ created }) => created[0]!)
    emitEventStep({
      eventName: TestimonialEvents.SUBMITTED,
      data: { id: testimonial.id },
    })
    return new WorkflowResponse(testimonial)
  }
)
