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
import {
  type ReadyJson,
  readyJson,
  sendReadyJson,
} from "../../utils/ready-json"
import { presentSubmitted } from "./presenters"
import { readPage } from "./read-page"
import type {
  StoreCreateTestimonialType,
  StoreGetTestimonialsType,
} from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })

const shareJson = shareAnswers<ReadyJson>()

/** Approved testimonials inside their publishing window, featured ones first. Alike for every shopper. */
export async function GET(req: MedusaRequest, res: MedusaResponse<Buffer>) {
  const page = req.validatedQuery as StoreGetTestimonialsType
  const json = await shareJson(JSON.stringify(page), async () =>
    readyJson(await readPage(req.scope, page), req.app)
  )
  sendReadyJson(res, json)
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
