import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import SignInModuleService from "./service"

export const SIGN_IN_MODULE = "sign_in"

export default Module(SIGN_IN_MODULE, {
  service: SignInModuleService,
  loaders: [validateOptionsLoader],
})
