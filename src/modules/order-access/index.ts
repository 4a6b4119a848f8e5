import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import OrderAccessModuleService from "./service"

export const ORDER_ACCESS_MODULE = "order_access"

export default Module(ORDER_ACCESS_MODULE, {
  service: OrderAccessModuleService,
  loaders: [validateOptionsLoader],
})
