import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import SessionsModuleService from "./service"

export const SESSIONS_MODULE = "sessions"

export default Module(SESSIONS_MODULE, {
  service: SessionsModuleService,
  loaders: [validateOptionsLoader],
})
