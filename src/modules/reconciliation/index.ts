import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import ReconciliationModuleService from "./service"

export const RECONCILIATION_MODULE = "reconciliation"

export default Module(RECONCILIATION_MODULE, {
  service: ReconciliationModuleService,
  loaders: [validateOptionsLoader],
})
