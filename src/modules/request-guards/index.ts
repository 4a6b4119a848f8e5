import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import RequestGuardsModuleService from "./service"

export const REQUEST_GUARDS_MODULE = "request_guards"

export default Module(REQUEST_GUARDS_MODULE, {
  service: RequestGuardsModuleService,
  loaders: [validateOptionsLoader],
})
