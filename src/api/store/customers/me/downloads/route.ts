import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { StoreDownloadsResponse } from "../../../../../types/digital-products"
import { sendDownloads } from "../../../../utils/downloads"
import type { StoreGetDownloadsType } from "../../../downloads/validators"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** All that the customer bought, of all orders. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreDownloadsResponse>
) {
  const page = req.validatedQuery as StoreGetDownloadsType
  const owner = { by: "customer" as const, id: req.auth_context.actor_id }
  await sendDownloads(req, res, owner, page)
}
