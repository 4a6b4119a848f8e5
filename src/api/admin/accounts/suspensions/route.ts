import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import type { AdminSuspensionsResponse } from "../../../../types/accounts"
import { accountsOf } from "../../../../workflows/accounts/service-of"
import type { AdminGetSuspensionsType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("accounts") })

/** Those of one account, the newest first. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminSuspensionsResponse>
) {
  const query = req.validatedQuery as AdminGetSuspensionsType
  const { limit, offset } = query
  const found = await accountsOf(req.scope).listSuspensionsOf(query, query)
  res.json({ ...found, limit, offset })
}
