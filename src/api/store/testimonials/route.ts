import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { TESTIMONIALS_MODULE } from "../../../modules/testimonials"
import type TestimonialsModuleService from "../../../modules/testimonials/service"
import type {
  StoreTestimonialSubmittedResponse,
  StoreTestimonialsResponse,
} from "../../../types/testimonials"
import { submitTestimonialWorkflow } from "../../../workflows/testimonials"
import { shareAnswers } from "../../../utils/share-answers"
import { requestClientIp } from "../../utils/client-ip"
import { retrieveReviewedItem } from "./reviewed-item"
import { presentSubmitted, presentTestimonialsJsonLd } from "./presenters"
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

async function readPage(
  container: MedusaContainer,
  { json_ld, ...page }: StoreGetTestimonialsType
): Promise<StoreTestimonialsResponse> {
  const service =
    container.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
  const { testimonials, count, average } = await service.listPublished({
    ...page,
    now: new Date(),
  })
  const summary = { count, average }
  const { limit, offset } = page
  const response = { testimonials, summary, count, limit, offset }
  if (!json_ld) {
    return response
  }
  const item = await retrieveReviewedItem(container, page.product_id)
  return item
    ? {
        ...response,
        json_ld: presentTestimonialsJsonLd(item, testimonials, summary),
      }
    : response
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
