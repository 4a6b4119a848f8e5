import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { AdminImportLicenceKeysResponse } from "../../../../../types/digital-products"
import { importLicenceKeysWorkflow } from "../../../../../workflows/digital-products"
import type { AdminImportLicenceKeysType } from "../../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** Fills the pool; who waits for a key gets one. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminImportLicenceKeysType>,
  res: MedusaResponse<AdminImportLicenceKeysResponse>
) {
  const { result } = await importLicenceKeysWorkflow(req.scope).run({
    input: { product_id: req.params.id ?? "", keys: req.validatedBody.keys },
  })
  res.json(result)
}
