import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import CashOnDeliveryModuleService from "./service"

export const CASH_ON_DELIVERY_MODULE = "cash_on_delivery"

export default Module(CASH_ON_DELIVERY_MODULE, {
  service: CashOnDeliveryModuleService,
  loaders: [validateOptionsLoader],
})
