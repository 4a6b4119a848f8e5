import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../config/suite-options"
import { endOneOf } from "../../../../sessions/session-routes"

defineFileConfig({ path: __filename, isDisabled: isOff("sessions") })

export const DELETE = endOneOf("user")
