import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isOff } from "../../../config/suite-options"
import { refuseWeak } from "../../auth/refuse-weak-password"
import type { StoreChangePasswordType } from "./validators"

/** The same rules as at registration, which belong to `sign-in`. */
export function refuseWeakChoice(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const { password } = req.validatedBody as StoreChangePasswordType
  if (!isOff("sign-in")()) {
    refuseWeak(password)
  }
  next()
}
