import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

export { POST } from "../../store/downloads/route"
