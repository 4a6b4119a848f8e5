import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import RateLimitsModuleService from "./service"

export const RATE_LIMITS_MODULE = "rate_limits"

export default Module(RATE_LIMITS_MODULE, {
  service: RateLimitsModuleService,
  loaders: [validateOptionsLoader],
})
