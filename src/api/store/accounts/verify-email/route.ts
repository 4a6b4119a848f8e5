import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { verifyCode } from "../email-code"

defineFileConfig({ path: __filename, isDisabled: isOff("accounts") })

export const POST = verifyCode
