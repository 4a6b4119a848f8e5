import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import type { TwoFactorStateResponse } from "../../../types/two-factor"
import { twoFactorStateOf } from "../../utils/two-factor-state"

defineFileConfig({ path: __filename, isDisabled: isOff("two-factor") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TwoFactorStateResponse>
) {
  res.json({ two_factor: await twoFactorStateOf(req) })
}
