import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import CustomerCartsModuleService from "./service"

export const CUSTOMER_CARTS_MODULE = "customer_carts"

export default Module(CUSTOMER_CARTS_MODULE, {
  service: CustomerCartsModuleService,
  loaders: [validateOptionsLoader],
})
