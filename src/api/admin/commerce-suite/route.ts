import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FEATURE_SLUGS } from "../../../config/options"
import { suiteOptions } from "../../../config/suite-options"
import type { AdminCommerceSuiteResponse } from "../../../types/commerce-suite"

/** Which features are on; the admin hides the menu entries of those that are off. */
export async function GET(
  _: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminCommerceSuiteResponse>
) {
  const options = suiteOptions()
  const features = FEATURE_SLUGS.map((slug) => [slug, options[slug] !== false])
  res.json({ features: Object.fromEntries(features) })
}
