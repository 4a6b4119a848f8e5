import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../../config/suite-options"
import { sendDownloadLink } from "../../../../../../utils/downloads"
import type { StoreCreateDownloadLinkType } from "../../../../../downloads/validators"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** A link to one file of what the customer bought; it is a use. */
export async function POST(
  req: AuthenticatedMedusaRequest<StoreCreateDownloadLinkType>,
  res: MedusaResponse
) {
  const owner = { by: "customer" as const, id: req.auth_context.actor_id }
  await sendDownloadLink(req, res, owner, {
    grant_id: req.params.id ?? "",
    ...req.validatedBody,
  })
}
