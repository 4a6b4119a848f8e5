import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { decideOnAccount } from "../../../accounts/decide"

defineFileConfig({ path: __filename, isDisabled: isOff("accounts") })

export const POST = decideOnAccount("user", "suspend")
