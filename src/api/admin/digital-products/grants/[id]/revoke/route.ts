import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../config/suite-options"
import { changeGrant } from "../../change-grant"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** Takes one unit away; its links end at once. */
export const POST = changeGrant("revoke")
