import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { featureOptions } from "../../../config/suite-options"
import { demandFreshFactor } from "../../utils/fresh-factor"

/** A workflow run by hand does anything at all with any input: a stolen session, or an API key, must not do. */
export async function requireFactorForWorkflow(
  req: AuthenticatedMedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  if (!featureOptions("sign-in").workflowsByHand) {
    await demandFreshFactor(req, { what: "Running workflows by hand" })
  }
  next()
}
