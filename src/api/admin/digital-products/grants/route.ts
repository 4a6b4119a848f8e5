import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff, suiteSecret } from "../../../../config/suite-options"
import { keyHmac } from "../../../../modules/digital-products/licence-keys"
import type { AdminDigitalGrantsResponse } from "../../../../types/digital-products"
import { digitalProductsOf } from "../../../utils/downloads"
import type { AdminGetDigitalGrantsType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** What was granted, of an order or by a licence key. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDigitalGrantsResponse>
) {
  const { limit, offset, licence_key, ...filters } =
    req.validatedQuery as AdminGetDigitalGrantsType
  const key_hmac = licence_key && keyHmac(licence_key, suiteSecret())
  const found = await digitalProductsOf(req).listGrants(
    { ...filters, key_hmac },
    { limit, offset }
  )
  res.json({ ...found, limit, offset })
}
