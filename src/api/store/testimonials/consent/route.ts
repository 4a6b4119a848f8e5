import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { featureOptions, isOff } from "../../../../config/suite-options"
import type { StoreTestimonialConsentResponse } from "../../../../types/testimonials"

defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })

/** The sentence to show beside the box, and to send back with a submission. */
export async function GET(
  _: MedusaRequest,
  res: MedusaResponse<StoreTestimonialConsentResponse>
) {
  res.json({ consent_text: featureOptions("testimonials").consentText })
}
