import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { featureOptions, isOff } from "../../../config/suite-options"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"
import type {
  StoreTestimonialSubmittedResponse,
  StoreTestimonialsResponse,
} from "../../../types/testimonials"
import { submitTestimonialWorkflow } from "../../../workflows/testimonials"
import { requestClientIp } from "../../utils/client-ip"
import { retrieveReviewedItem } from "./reviewed-item"
import { presentSubmitted, presentTestimonialsJsonLd } from "./presenters"
import type {
  StoreCreateTestimonialType,
  StoreGetTestimonialsType,
} from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })

/** Approved testimonials inside their publishing window, featured ones first. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<StoreTestimonialsResponse>
) {
  const { json_ld, ...page } = req.validatedQuery as StoreGetTestimonialsType
  const service =
    req.scope.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
  const { testimonials, count, average } = await service.listPublished({
    ...page,
    now: new Date(),
  })
  const summary = { count, average }
  const { limit, offset } = page
  if (!json_ld) {
    res.json({ testimonials, summary, count, limit, offset })
    return
  }
  const item = await retrieveReviewedItem(req.scope, page.product_id)
  const script = presentTestimonialsJsonLd(item, testimonials, summary)
  res.json({ testimonials, summary, count, limit, offset, json_ld: script })
}

/** A shopper's testimonial; it waits for review. */
export async function POST(
  req: AuthenticatedMedusaRequest<StoreCreateTestimonialType>,
  res: MedusaResponse<StoreTestimonialSubmittedResponse>
) {
  const { consent: _, ...fields } = req.validatedBody
  const { result } = await submitTestimonialWorkflow(req.scope).run({
    input: {
      ...fields,
      customer_id: req.auth_context?.actor_id,
      consent_text: featureOptions("testimonials").consentText,
      consent_ip: requestClientIp(req).ip,
      now: new Date(),
    },
  })
  res.status(201).json({ testimonial: presentSubmitted(result) })
}
