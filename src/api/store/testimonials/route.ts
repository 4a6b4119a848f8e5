import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import type { StoreTestimonialSubmittedResponse } from "../../../types/testimonials"
import { submitTestimonialWorkflow } from "../../../workflows/testimonials"
import { shareAnswers } from "../../../utils/share-answers"
import { requestClientIp } from "../../utils/client-ip"
import { presentSubmitted } from "./presenters"
import { readPage } from "./read-page"
import type {
  StoreCreateTestimonialType,
  StoreGetTestimonialsType,
} from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })

const shareBody = shareAnswers<string>()

/** Approved testimonials inside their publishing window, featured ones first. Alike for every shopper. */
export async function GET(req: MedusaRequest, res: MedusaResponse<string>) {
  const page = req.validatedQuery as StoreGetTestimonialsType
  const body = await shareBody(JSON.stringify(page), async () =>
    JSON.stringify(await readPage(req.scope, page))
  )
  res.type("json").send(body)
}

/** A shopper's testimonial; it waits for review. */
export async function POST(
  req: AuthenticatedMedusaRequest<StoreCreateTestimonialType>,
  res: MedusaResponse<StoreTestimonialSubmittedResponse>
) {
  const client = requestClientIp(req)
  const { result } = await submitTestimonialWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      customer_id: req.auth_context?.actor_id,
      consent_ip: client.isStorefront ? null : client.ip,
      now: new Date(),
    },
  })
  res.status(201).json({ testimonial: presentSubmitted(result) })
}
