import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import LoginEventsModuleService from "./service"

export const LOGIN_EVENTS_MODULE = "login_events"

export default Module(LOGIN_EVENTS_MODULE, {
  service: LoginEventsModuleService,
  loaders: [validateOptionsLoader],
})
