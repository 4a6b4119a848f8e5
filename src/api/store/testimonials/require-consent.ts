import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { featureOptions } from "../../../config/suite-options"
import type { StoreCreateTestimonialType } from "./validators"

/** The proof of consent must be the sentence the author saw, so an outdated one is refused. */
export function requireConsent(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const { consent_text } = req.validatedBody as StoreCreateTestimonialType
  if (consent_text !== featureOptions("testimonials").consentText) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Invalid request: consent_text: must be the sentence of GET /store/testimonials/consent"
    )
  }
  next()
}
