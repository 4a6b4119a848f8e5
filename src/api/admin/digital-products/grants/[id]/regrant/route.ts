import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../config/suite-options"
import { changeGrant } from "../../change-grant"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** Gives one unit anew, on the product's terms of now. */
export const POST = changeGrant("regrant")
