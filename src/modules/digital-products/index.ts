import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import DigitalProductsModuleService from "./service"

export const DIGITAL_PRODUCTS_MODULE = "digital_products"

export default Module(DIGITAL_PRODUCTS_MODULE, {
  service: DigitalProductsModuleService,
  loaders: [validateOptionsLoader],
})
