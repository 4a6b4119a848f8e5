import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import { loadTemplates } from "./load-templates"
import MessagesModuleService from "./service"

export const MESSAGES_MODULE = "messages"

export default Module(MESSAGES_MODULE, {
  service: MessagesModuleService,
  loaders: [validateOptionsLoader, loadTemplates],
})
