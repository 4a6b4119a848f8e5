import { MedusaError } from "@medusajs/framework/utils"
import type { AccountActor } from "../../modules/accounts/service"

/** What an admin decided about an account, and why. */
export type Decision = AccountActor & {
  reason: string
  /** The admin, or the API key. */
  by: string
}

export const refused = (why: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, why)
