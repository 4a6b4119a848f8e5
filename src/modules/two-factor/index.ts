import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import TwoFactorModuleService from "./service"

export const TWO_FACTOR_MODULE = "two_factor"

export default Module(TWO_FACTOR_MODULE, {
  service: TwoFactorModuleService,
  loaders: [validateOptionsLoader],
})
