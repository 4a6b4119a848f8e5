import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import FactsModuleService from "./service"

export const FACTS_MODULE = "facts"

export default Module(FACTS_MODULE, {
  service: FactsModuleService,
  loaders: [validateOptionsLoader],
})
